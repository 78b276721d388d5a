using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>An organiser's polls, with what can be done with each.</summary>
public static class PollManageCard
{
    public static readonly CardAction<NoData> Show = new("polls.manage");
    public static readonly CardAction<PollCard.PollData> Change = new("poll.edit");
    public static readonly CardAction<CopyData> Copy = new("poll.copy");
    public static readonly CardAction<CloseData> Close = new("poll.close");
    public static readonly CardAction<ReopenData> Reopen = new("poll.reopen");

    private const int Most = 12;

    public sealed record NoData;

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="Draft">A new draft's id.</param>
    public sealed record CopyData(string Poll, string Draft);

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="Sure">Of an anonymous poll: that it can't be opened again is known.</param>
    public sealed record CloseData(string Poll, bool? Sure = null);

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="LastDay">Typed; null asks for it.</param>
    public sealed record ReopenData(string Poll, string? LastDay = null);

    /// <param name="polls">The newest closing moment first.</param>
    /// <param name="now">Decides which are open.</param>
    /// <param name="municipalities">How many there are.</param>
    /// <param name="fresh">Makes ids of new drafts.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, DateTimeOffset now, int municipalities, Func<string> fresh, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts.Rich("PollManage.Title")),
                .. polls.Count == 0 ? [new TextBlock(texts.Rich("PollManage.Empty"))] : Array.Empty<CardElement>(),
                .. polls.Take(Most).Select(one => new Container(
                [
                    new TextBlock(one.Poll.Question) { Weight = "bolder" },
                    new TextBlock(PollResultPart.Answered(one.Poll, one.Tally, municipalities, texts)) { Spacing = "none" },
                    Part.Note(PollCard.ClosingText(one.Poll, now, texts)) with { Spacing = "none" },
                    Part.Buttons(Buttons(one.Poll, now, fresh(), texts)),
                ])
                { Separator = true, Spacing = "medium" }),
                .. polls.Count > Most ? [Part.Note(texts.Rich("Manage.More", polls.Count - Most))] : Array.Empty<CardElement>(),
            ],
            texts["PollManage.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>An anonymous poll is closed for good.</summary>
    public static AdaptiveCard RenderClose(Poll poll, Texts texts) =>
        new(
            [
                Part.Title(poll.Question),
                Part.Notice(texts.Rich("PollManage.CloseAnonymous"), "warning"),
                Part.Buttons(
                    Close.Button(texts["PollManage.CloseSure"], new(poll.Id.ToString(), true)),
                    Show.Button(texts["PollManage.All"], new())),
            ],
            texts["PollManage.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>The day until which a closed poll opens again.</summary>
    /// <param name="poll">Closed.</param>
    /// <param name="lastDay">As typed, or proposed.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard RenderReopen(Poll poll, string lastDay, PollMistake? mistake, Texts texts) =>
        new(
            [
                Part.Title(poll.Question),
                new TextBlock(texts.Rich("PollManage.ReopenQuestion")),
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Mistake(PollMistakeTexts.Of(mistake, texts))],
                new DateInput(texts["PollForm.LastDay"]) { Id = "lastDay", Value = lastDay, IsRequired = true, ErrorMessage = texts["PollForm.LastDayFirst"] },
                Part.Buttons(
                    Reopen.Button(texts["PollManage.Reopen"], new(poll.Id.ToString())),
                    Show.Button(texts["PollManage.All"], new(), withInputs: false)),
            ],
            texts["PollManage.Title"])
        {
            Lang = texts.Lang,
        };

    private static IReadOnlyList<CardButton> Buttons(Poll poll, DateTimeOffset now, string fresh, Texts texts)
    {
        var (data, copy) = (new PollCard.PollData(poll.Id.ToString()), Copy.Button(texts["PollManage.Copy"], new(poll.Id.ToString(), fresh)));
        var results = PollOverviewCard.Show.Button(texts["Overview.WhoAnswered"], new(poll.Id.ToString()));
        return poll.IsOpen(now)
            ? [results, Change.Button(texts["PollManage.Change"], data), copy, Close.Button(texts["PollManage.Close"], new(poll.Id.ToString()))]
            // What was anonymous stays closed, and so do the offers among which a host was chosen.
            : [results, .. poll.IsAnonymous || poll.Host is not null ? [] : new[] { Reopen.Button(texts["PollManage.Reopen"], new(poll.Id.ToString())) }, copy];
    }
}
