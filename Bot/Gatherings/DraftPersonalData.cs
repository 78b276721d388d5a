using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>Gatherings that somebody began to write. They are nobody else's, and go with them.</summary>
public sealed class DraftPersonalData(IDraftStore drafts) : IPersonalData
{
    public int Order => 40;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        return
        [
            .. (await drafts.Of(member.Id, cancellationToken)).Select(draft => new PersonalItem(texts["Drafts.Mine"],
            [
                new(texts["Drafts.MineTitle"], draft.Text.Title),
                new(texts["Drafts.MineMoment"], PersonalTime.Of(draft.At)),
            ])),
        ];
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        foreach (var draft in await drafts.Of(member, cancellationToken)) await drafts.Remove(draft, cancellationToken);
    }
}
