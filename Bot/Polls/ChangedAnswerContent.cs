using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>The poll with what a colleague changed above it; nothing when that isn't so any more.</summary>
public sealed class ChangedAnswerContent(IPollStore polls, PollCards cards) : IPersonalContent
{
    public const string Name = "poll-changed";

    public string Kind => Name;

    public static BroadcastContent Of(PollId poll, Voter voter) => new(Name, $"{poll}.{voter}");

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (subject.Split('.') is not [var poll, var whose] || !PollId.TryParse(poll, out var id) || !Voter.TryParse(whose, out var voter)) return null;
        if (await polls.Find(id, cancellationToken) is not { } found || voter.Municipality is not { } code) return null;
        var known = await cards.Network(cancellationToken);
        // Names are for people of the same municipality.
        if (known.SpokenForBy(member).All(one => one.Code != code)) return null;
        if (await polls.Answer(id, voter, cancellationToken) is not var (answer, _) || answer.By == member.Id) return null;
        var (municipality, choice) = (known.NameOf(new Affiliation.OfMunicipality(code)), ChoiceText.Of(found, answer.Choice, texts));
        var notice = answer.Source is { } source
            ? texts.Plain("Poll.OrganiserChanged", municipality, source, choice)
            : texts.Plain("Poll.ColleagueChanged", await cards.NameOf(answer.By, texts, cancellationToken), municipality, choice);
        return await cards.Personal(found, member, notice, texts, cancellationToken);
    }
}
