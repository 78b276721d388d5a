using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>The answers that somebody gave, for their municipality or themselves, and the polls they made: they stay, without the name. The polls they began are nobody else's, and go with them.</summary>
public sealed class PollPersonalData(IPollStore polls, IPollDraftStore drafts, IMembers members, INetwork network) : IPersonalData
{
    public int Order => 20;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var names = await network.Current(cancellationToken);
        var made = (await polls.ClosingFrom(DateTimeOffset.UnixEpoch, cancellationToken)).Where(poll => poll.By == member.Id);
        return
        [
            .. (await polls.GivenBy(member.Id, cancellationToken)).Select(given => new PersonalItem(texts["Poll.MyAnswers"], [.. Facts(given.Poll, given.Answer, names, texts)])),
            .. made.Select(poll => new PersonalItem(texts["Poll.MyPolls"], [new(texts["Poll.MyQuestion"], poll.Question)])),
            .. (await drafts.Of(member.Id, cancellationToken)).Select(draft => new PersonalItem(texts["Poll.MyDrafts"], [new(texts["Poll.MyQuestion"], draft.Text.Question), new(texts["Drafts.MineMoment"], PersonalTime.Of(draft.At))])),
        ];
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        foreach (var draft in await drafts.Of(member, cancellationToken)) await drafts.Remove(draft, cancellationToken);
        var known = await members.Find(member, cancellationToken);
        await polls.Forget(member, [.. new[] { known?.Name, known?.Email }.OfType<string>().Where(word => word.Length > 0)], cancellationToken);
    }

    private static IEnumerable<PersonalFact> Facts(Poll poll, PollAnswer? answer, Network names, Texts texts)
    {
        yield return new(texts["Poll.MyQuestion"], poll.Question);
        if (answer is null)
        {
            yield return new(texts["Poll.MyAnswer"], texts["Poll.MySecret"]);
            yield break;
        }

        if (answer.Voter.Municipality is { } code) yield return new(texts["Poll.MyMunicipality"], names.NameOf(new Affiliation.OfMunicipality(code)));
        yield return new(texts["Poll.MyAnswer"], ChoiceText.Of(poll, answer.Choice, texts));
        foreach (var (detail, value) in answer.Details?.All ?? []) yield return new(texts[$"Poll.Detail.{detail}"], ChoiceText.Of(detail, value, texts));
        if (answer.Source is { Length: > 0 } source) yield return new(texts["Poll.Source"], source);
        yield return new(texts["Poll.MyMoment"], PersonalTime.Of(answer.At));
    }
}
