using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>The poll with what a colleague changed above it, or, for an organiser, what became of the answer that they entered; nothing when that isn't so any more.</summary>
public sealed class ChangedAnswerContent(IPollStore polls, PollCards cards) : IPersonalContent
{
    public const string Name = "poll-changed";

    public string Kind => Name;

    public static BroadcastContent Of(PollId poll, Voter voter) => new(Name, $"{poll}.{voter}");

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (subject.Split('.') is not [var poll, var whose] || !PollId.TryParse(poll, out var id) || !Voter.TryParse(whose, out var voter)) return null;
        if (await polls.Find(id, cancellationToken) is not { } found || !await cards.Hears(member, voter, cancellationToken)) return null;
        if (await polls.Answer(id, voter, cancellationToken) is not var (answer, _) || answer.By == member.Id) return null;
        var notice = await Notice(member, answer, ChoiceText.Brief(found, answer.Choice, texts), texts, cancellationToken);
        return await cards.Personal(found, member, notice, texts, cancellationToken);
    }

    private async Task<string> Notice(Member member, PollAnswer answer, string choice, Texts texts, CancellationToken cancellationToken)
    {
        var by = await cards.NameOf(answer.By, texts, cancellationToken);
        if (answer.Voter.Municipality is not { } code)
        {
            return answer.Source is not { } told ? texts.Plain("Poll.EnteredChangedPerson", by, choice)
                : answer.Voter.Person == member.Id ? texts.Plain("Poll.OrganiserChangedMine", told, choice)
                : texts.Plain("Poll.OrganiserChangedPerson", await cards.NameOf(answer.Voter.Person!.Value, texts, cancellationToken), told, choice);
        }

        var known = await cards.Network(cancellationToken);
        var municipality = known.NameOf(new Affiliation.OfMunicipality(code));
        var isColleague = known.SpokenForBy(member).Any(one => one.Code == code);
        return answer.Source is { } source
            ? texts.Plain("Poll.OrganiserChanged", municipality, source, choice)
            : isColleague ? texts.Plain("Poll.ColleagueChanged", await cards.ColleagueOf(answer.By, texts, cancellationToken), municipality, choice)
            : texts.Plain("Poll.EnteredChanged", by, municipality, choice);
    }
}
