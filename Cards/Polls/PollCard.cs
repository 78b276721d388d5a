using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>A question to municipalities: one click answers, the result stands below.</summary>
public static class PollCard
{
    public static readonly CardAction<AnswerData> Answer = new("poll.answer");
    public static readonly CardAction<ChangeData> Change = new("poll.change");
    public static readonly CardAction<PollData> Show = new("poll.show");

    private static readonly string[] Colours = ["good", "warning", "neutral", "categoricalBlue", "categoricalTeal", "categoricalPurple"];

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Option">Key of the option.</param>
    public sealed record AnswerData(string Poll, string Option);

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Option">Key of the option.</param>
    /// <param name="Version">Of the colleague's answer that the person saw.</param>
    public sealed record ChangeData(string Poll, string Option, int Version);

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    public sealed record PollData(string Poll);

    public static AdaptiveCard Render(PollView view, Texts texts, string? notice = null) =>
        new(
            [
                .. notice is not null ? [Part.Notice(notice, "accent")] : Standing(view, texts),
                Part.Note(texts.Rich("Poll.Kind")),
                Part.Title(view.Poll.Question),
                new TextBlock(view.Poll.Explanation),
                .. Buttons(view, texts),
                .. Result(view, texts),
                Part.Note(ClosingText(view, texts)),
                .. view.Foot,
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };

    /// <summary>A colleague answered something else: change it or leave it.</summary>
    /// <param name="view">What a poll card shows.</param>
    /// <param name="current">What stands.</param>
    /// <param name="by">The colleague's name; only people of the same municipality get this card.</param>
    /// <param name="chosen">Key of the option that was clicked.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard RenderConfirm(PollView view, PollAnswer current, string by, string chosen, Texts texts)
    {
        var day = texts.Day(DutchTime.DayOf(current.At), DutchTime.DayOf(view.Now).Year);
        return new(
            [
                Part.Title(view.Poll.Question),
                Part.Notice(texts.Plain("Poll.Colleague", by, day, Title(view.Poll, current.Choice)), "warning"),
                new TextBlock(texts.Rich("Poll.ConfirmQuestion", Municipality(view), Title(view.Poll, chosen))),
                Part.Buttons(
                    Change.Button(texts.Plain("Poll.ConfirmChange", Title(view.Poll, chosen)), new(view.Poll.Id.ToString(), chosen, current.Version)),
                    Show.Button(texts.Plain("Poll.Keep", Title(view.Poll, current.Choice)), new(view.Poll.Id.ToString()))),
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };
    }

    private static IEnumerable<CardElement> Standing(PollView view, Texts texts)
    {
        if (view.Mine is { } mine && view.Tally.Of(mine) is { } answer)
            yield return Part.Notice(texts.Plain("Poll.Answered", Municipality(view), Title(view.Poll, answer.Choice)), "good");
    }

    private static IEnumerable<CardElement> Buttons(PollView view, Texts texts)
    {
        if (!view.Poll.IsOpen(view.Now))
        {
            if (view.Neutral) yield return Part.Buttons(Show.Button(texts["Poll.Mine"], new(view.Poll.Id.ToString())));
            yield break;
        }

        var answered = view.Mine is { } mine ? view.Tally.Of(mine)?.Choice : null;
        if (view.Mine is { } && answered is null) yield return new TextBlock(texts.Rich("Poll.For", Municipality(view)));
        else if (answered is not null) yield return new TextBlock(texts.Rich("Poll.ChangeInto"));
        var id = view.Poll.Id.ToString();
        List<CardButton> buttons =
        [
            .. view.Poll.Options.Where(option => answered?.Has(option.Key) != true).Select(option => Answer.Button(option.Title, new(id, option.Key))),
        ];
        if (view.Neutral && buttons.Count < 6) buttons.Add(Show.Button(texts["Poll.Mine"], new(id)));
        foreach (var six in buttons.Chunk(6)) yield return Part.Buttons([.. six]);
    }

    private static IEnumerable<CardElement> Result(PollView view, Texts texts)
    {
        yield return Part.Heading(texts.Rich("Poll.Result", view.Tally.Answered, view.Network.Municipalities.Count));
        var facts = new FactSet([.. view.Poll.Options.Select(option => new Fact(option.Title, texts.Count("Municipalities", view.Tally.Count(option.Key))))]);
        yield return facts;
        if (view.Tally.Answered > 0)
        {
            yield return new HorizontalBarChart(
                view.Poll.Question,
                [.. view.Poll.Options.Select((option, index) => new ChartBar(option.Title, view.Tally.Count(option.Key)) { Color = Colours[index % Colours.Length] })])
            {
                // The figures stand above as text already; a client without charts needs nothing more.
                Fallback = Part.Note(texts.Rich("Poll.NoChart")),
            };
        }
    }

    private static CardText ClosingText(PollView view, Texts texts)
    {
        var lastMoment = DutchTime.WallClock(view.Poll.ClosesAt.AddMinutes(-1));
        var day = texts.Day(DateOnly.FromDateTime(lastMoment), DutchTime.DayOf(view.Now).Year);
        return texts.Rich(view.Poll.IsOpen(view.Now) ? "Poll.ClosesAfter" : "Poll.WasOpenUntil", day);
    }

    private static string Title(Poll poll, PollChoice? choice) => string.Join(", ", poll.Options.Where(option => choice?.Has(option.Key) == true).Select(option => option.Title));

    private static string Title(Poll poll, string option) => poll.Find(option)?.Title ?? option;

    private static string Municipality(PollView view) => view.Mine?.Municipality is { } code ? view.Network.NameOf(new Affiliation.OfMunicipality(code)) : "";
}
