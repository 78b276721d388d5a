using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Who has not answered yet: municipalities with their people, or people; whether they were reached; and one click to remind them. For organisers.</summary>
public static class PollSilentCard
{
    public static readonly CardAction<PageData> Show = new("poll.silent");

    public const int PerPage = 30;

    private const int MostUnknown = 400;

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="From">How many people come before.</param>
    public sealed record PageData(string Poll, int From = 0);

    /// <param name="poll">What was asked.</param>
    /// <param name="silent">All the people, those of a municipality together.</param>
    /// <param name="people">How many there are: somebody who speaks for several municipalities stands with each.</param>
    /// <param name="unknown">Silent municipalities of which nobody is known.</param>
    /// <param name="from">How many people come before.</param>
    /// <param name="isInChannel">The poll was posted in a channel too.</param>
    /// <param name="remind">Reminds them; null where that can't be.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, IReadOnlyList<SilentVoter> silent, int people, IReadOnlyList<string> unknown, int from, bool isInChannel, CardButton? remind, DateTimeOffset now, Texts texts)
    {
        var page = silent.Skip(from).Take(PerPage).ToList();
        return new(
            [
                Part.Note(poll.Question),
                Part.Title(texts.Rich("Silent.Title")),
                new TextBlock(silent.Count + unknown.Count == 0 ? texts.Rich("Silent.Nobody") : Count(poll, silent, people, unknown, texts)),
                .. isInChannel ? [Part.Note(texts.Rich("Silent.InChannel"))] : Array.Empty<CardElement>(),
                .. remind is null ? Array.Empty<CardElement>() : [Part.Buttons(remind), Part.Note(texts.Rich("Silent.About"))],
                .. page.GroupBy(line => line.Municipality).Select(group => Group(group.Key, [.. group], now, texts)),
                .. PollNames.List(unknown, MostUnknown, texts) is { } names ? [new TextBlock(texts.Rich("Silent.Unknown", names)) { Separator = true, Spacing = "small" }] : Array.Empty<CardElement>(),
                Part.Buttons(
                [
                    .. from > 0 ? [Show.Button(texts["NotReached.Back"], new(poll.Id.ToString(), Math.Max(0, from - PerPage)))] : Array.Empty<CardButton>(),
                    .. from + PerPage < silent.Count ? [Show.Button(texts["NotReached.More"], new(poll.Id.ToString(), from + PerPage))] : Array.Empty<CardButton>(),
                    PollOverviewCard.Show.Button(texts["Poll.DetailsBack"], new(poll.Id.ToString())),
                ]),
            ],
            texts["Silent.Title"])
        {
            Lang = texts.Lang,
        };
    }

    private static CardText Count(Poll poll, IReadOnlyList<SilentVoter> silent, int count, IReadOnlyList<string> unknown, Texts texts)
    {
        var people = texts.Count("Poll.Persons", count);
        return poll.Per == VoterKind.Person
            ? texts.Rich("Silent.Persons", people)
            : texts.Rich("Silent.Municipalities", texts.Count("Municipalities", silent.Select(one => one.Municipality).Distinct().Count() + unknown.Count), people);
    }

    private static Container Group(string? municipality, IReadOnlyList<SilentVoter> people, DateTimeOffset now, Texts texts) => new(
    [
        .. municipality is null ? Array.Empty<CardElement>() : [new TextBlock(municipality) { Weight = "bolder" }],
        .. people.Select(one => Line(one, now, texts)),
    ])
    { Separator = true, Spacing = "small" };

    private static TextBlock Line(SilentVoter one, DateTimeOffset now, Texts texts)
    {
        var name = one.IsContact ? texts.Plain("Silent.Contact", one.Name) : one.Name;
        var reached = Reached(one.Reach, now, texts);
        return new(texts.Rich("Silent.Line", name, one.WantsNoReminders ? texts.Plain("Silent.Muted", reached) : reached)) { Spacing = "none" };
    }

    private static string Reached(Reach reach, DateTimeOffset now, Texts texts) => reach.State switch
    {
        ReachState.Failed => texts.Plain("Silent.Failed", texts[$"Delivery.{reach.Why ?? NotSentReason.Refused}"]),
        ReachState.NotAsked or ReachState.Waiting => texts[$"Silent.{reach.State}"],
        _ => texts.Plain($"Silent.{reach.State}", reach.At is { } at ? texts.Day(DutchTime.DayOf(at), DutchTime.DayOf(now).Year) : ""),
    };
}
