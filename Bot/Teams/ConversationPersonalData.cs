using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>How somebody is reached.</summary>
public sealed class ConversationPersonalData(ConversationStore conversations) : IPersonalData
{
    public int Order => 80;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        if (await conversations.Find(member.Id, cancellationToken) is not { } known)
            return await conversations.HasLeft(member.Id, cancellationToken) ? [new(texts["Chat.Mine"], [new(texts["Chat.Id"], texts["Chat.Left"])])] : [];
        PersonalFact[] facts =
        [
            new(texts["Chat.Tenant"], known.TenantId),
            new(texts["Chat.Account"], known.UserId),
            new(texts["Chat.Bot"], known.BotId),
            new(texts["Chat.Service"], known.ServiceUrl),
            .. known.ConversationId is { } chat ? [new PersonalFact(texts["Chat.Id"], chat)] : Array.Empty<PersonalFact>(),
        ];
        return [new(texts["Chat.Mine"], facts)];
    }

    public Task Forget(MemberId member, CancellationToken cancellationToken) => conversations.Remove(member, cancellationToken);
}
