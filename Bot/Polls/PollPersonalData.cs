using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>The answers that somebody gave for their municipality. They are the municipality's and stay, without the name.</summary>
public sealed class PollPersonalData(IPollStore polls, INetwork network) : IPersonalData
{
    public int Order => 20;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var names = await network.Current(cancellationToken);
        return
        [
            .. (await polls.GivenBy(member.Id, cancellationToken)).Select(given => new PersonalItem(texts["Poll.MyAnswers"],
            [
                new(texts["Poll.MyQuestion"], given.Poll.Question),
                new(texts["Poll.MyMunicipality"], names.NameOf(new Affiliation.OfMunicipality(given.Answer.Municipality))),
                new(texts["Poll.MyAnswer"], given.Poll.Find(given.Answer.Option)?.Title ?? given.Answer.Option),
                new(texts["Poll.MyMoment"], PersonalTime.Of(given.Answer.At)),
            ])),
        ];
    }

    public Task Forget(MemberId member, CancellationToken cancellationToken) => polls.Forget(member, cancellationToken);
}
