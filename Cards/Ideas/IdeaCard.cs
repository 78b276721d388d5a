using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>One idea, whole, with what the person can do with it.</summary>
public static class IdeaCard
{
    public static readonly CardAction<IdeaData> Show = new("idea.show");
    public static readonly CardAction<IdeaData> Edit = new("idea.edit");
    public static readonly CardAction<IdeaData> AskWithdraw = new("idea.ask-withdraw");
    public static readonly CardAction<IdeaData> Withdraw = new("idea.withdraw");
    public static readonly CardAction<IdeaData> Support = new("idea.support");
    public static readonly CardAction<IdeaData> Unsupport = new("idea.unsupport");

    private const int MostParts = 10;

    /// <param name="Idea">The <see cref="IdeaId"/> as text.</param>
    public sealed record IdeaData(string Idea);

    /// <param name="view">What it shows.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="back">To where the person came from, or null.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(IdeaView view, string? notice, CardButton? back, DateTimeOffset now, Texts texts)
    {
        var idea = view.Idea;
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "good")],
                Part.Title(texts.Rich("Idea.Title", idea.Number.ToString())),
                .. IdeaWords.Whole(idea.Text),
                new FactSet([.. Facts(view, now, texts)]),
                .. view.Parts.Take(MostParts).SelectMany(part => Merged(part, texts)),
                .. view.Parts.Count > MostParts ? [Part.Note(texts.Rich("Idea.MoreParts", view.Parts.Count - MostParts))] : Array.Empty<CardElement>(),
                .. Buttons(view, texts),
                .. back is null ? Array.Empty<CardElement>() : [Part.Buttons(back)],
            ],
            texts.Plain("Idea.Title", idea.Number))
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>Before an idea goes for good.</summary>
    public static AdaptiveCard RenderAsk(Idea idea, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Idea.WithdrawTitle", idea.Number.ToString())),
                .. IdeaWords.Whole(idea.Text),
                new TextBlock(texts.Rich(idea.Merged.IsEmpty ? "Idea.WithdrawWhat" : "Idea.WithdrawMerged")) { Weight = "bolder" },
                Part.Buttons(
                    Withdraw.Button(texts["Idea.WithdrawYes"], new(idea.Id.ToString())),
                    Show.Button(texts["Idea.WithdrawNo"], new(idea.Id.ToString()))),
            ],
            texts.Plain("Idea.WithdrawTitle", idea.Number))
        {
            Lang = texts.Lang,
        };

    private static IEnumerable<Fact> Facts(IdeaView view, DateTimeOffset now, Texts texts)
    {
        var (idea, year) = (view.Idea, DutchTime.DayOf(now).Year);
        if (view.From is not null) yield return new(texts["Idea.From"], view.From);
        if (view.About is not null) yield return new(texts["Idea.About"], view.About);
        if (idea.Theme.Length > 0) yield return new(texts["Idea.Theme"], idea.Theme);
        var noted = texts.Day(DutchTime.DayOf(idea.At), year);
        yield return new(texts["Idea.Noted"], idea.ChangedAt is { } changed ? texts.Plain("Idea.NotedChanged", noted, texts.Day(DutchTime.DayOf(changed), year)) : noted);
        yield return new(texts["Idea.StatusLabel"], IdeaWords.Status(idea, texts));
        if (view.Whole is { } whole) yield return new(texts["Idea.PartOf"], whole.ToString());
        else yield return new(texts["Idea.SupportLabel"], IdeaWords.Supporters(idea, texts));
        if (view.IsMine) yield return new(texts["Idea.NameShown"], texts[idea.ShowsName ? "Idea.NameYes" : "Idea.NameNo"]);
        if (idea.IsHidden && (view.IsMine || view.IsOrganiser)) yield return new(texts["Idea.Hidden"], texts["Idea.HiddenWho"]);
    }

    private static IEnumerable<CardElement> Merged(Idea part, Texts texts) =>
        [Part.Heading(texts.Rich("Idea.Also", part.Number.ToString())), .. IdeaWords.Begin(part.Text)];

    private static IEnumerable<CardElement> Buttons(IdeaView view, Texts texts)
    {
        var data = new IdeaData(view.Idea.Id.ToString());
        List<CardButton> buttons = [];
        if (view.IsMine)
        {
            if (OwnIdeaRules.CanChange(view.Idea)) buttons.Add(Edit.Button(texts["Idea.Edit"], data));
            buttons.Add(AskWithdraw.Button(texts["Idea.Withdraw"], data));
        }
        else if (view.Whole is null && !view.Idea.IsHidden)
        {
            buttons.Add(view.Supports ? Unsupport.Button(texts["Idea.Unsupport"], data) : Support.Button(texts["Idea.Support"], data));
        }

        if (view.IsOrganiser) buttons.Add(IdeaFollowUpCard.Show.Button(texts["Idea.FollowUp"], data));
        buttons.Add(IdeaListCard.Show.Button(texts["Idea.All"], new()));
        yield return Part.Buttons(buttons);
    }
}
