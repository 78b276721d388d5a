using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Overview;

/// <summary>Where everything stands, for organisers.</summary>
public static class OverviewCard
{
    public static readonly CardAction<GatheringOverviewData> Gathering = new("overview.gathering");
    public static readonly CardAction<PollOverviewData> Poll = new("overview.poll");

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    public sealed record GatheringOverviewData(string Gathering);

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    public sealed record PollOverviewData(string Poll);

    public static AdaptiveCard Render(
        IReadOnlyList<(Gathering Gathering, RegistrationSheet Sheet)> gatherings,
        IReadOnlyList<(Poll Poll, PollTally Tally)> polls,
        int municipalities,
        DateTimeOffset now,
        Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Overview.Title")),
                Part.Heading(texts.Rich("Start.Gatherings")),
                .. gatherings.Count == 0 ? [new TextBlock(texts.Rich("Agenda.Empty"))] : Array.Empty<CardElement>(),
                .. gatherings.Take(AgendaCard.Most).Select(one => new Container(
                [
                    new TextBlock(one.Gathering.Title) { Weight = "bolder" },
                    new TextBlock(GatheringTexts.When(one.Gathering, texts, now)) { Spacing = "none" },
                    new TextBlock(texts.Plain("Invitation.Attendance", texts.Count("Participants", one.Sheet.Participants), texts.Count("Municipalities", one.Sheet.Municipalities))) { Spacing = "none" },
                    Part.Buttons(Gathering.Button(texts["Overview.Who"], new(one.Gathering.Id.ToString()))),
                ])),
                Part.Heading(texts.Rich("Start.Polls")),
                .. polls.Count == 0 ? [new TextBlock(texts.Rich("Polls.Empty"))] : Array.Empty<CardElement>(),
                .. polls.Select(one => new Container(
                [
                    new TextBlock(one.Poll.Question) { Weight = "bolder" },
                    new TextBlock(texts.Rich("Poll.Result", one.Tally.Answered, municipalities)) { Spacing = "none" },
                    Part.Buttons(Poll.Button(texts["Overview.WhoAnswered"], new(one.Poll.Id.ToString()))),
                ])),
            ],
            texts["Overview.Title"])
        {
            Lang = texts.Lang,
        };
}
