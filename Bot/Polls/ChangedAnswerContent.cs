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
        if (await polls.Find(id, cancellationToken) is not { } found || voter.Municipality is not { } code) return null;
        if (!await cards.Hears(member, code, cancellationToken)) return null;
        if (await polls.Answer(id, voter, cancellationToken) is not var (answer, _) || answer.By == member.Id) return null;
        var known = await cards.Network(cancellationToken);
        var (municipality, choice) = (known.NameOf(new Affiliation.OfMunicipality(code)), ChoiceText.Of(found, answer.Choice, texts));
        var isColleague = known.SpokenForBy(member).Any(one => one.Code == code);
        var notice = answer.Source is { } source
            ? texts.Plain("Poll.OrganiserChanged", municipality, source, choice)
            : texts.Plain(isColleague ? "Poll.ColleagueChanged" : "Poll.EnteredChanged", await cards.NameOf(answer.By, texts, cancellationToken), municipality, choice);
        return await cards.Personal(found, member, notice, texts, cancellationToken);
    }
}
