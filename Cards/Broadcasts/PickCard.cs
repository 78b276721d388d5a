using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser picks persons, municipalities or roles: by words, some at a time, so that it works with hundreds.</summary>
public static class PickCard
{
    public static readonly CardAction<PickData> Search = new("audience.search");
    public static readonly CardAction<PickData> AddAll = new("audience.add-all");
    public static readonly CardAction<PickData> Done = new("audience.done");
    public static readonly CardAction<PickData> Leave = new("audience.leave");

    public const int PerPage = 20;

    private const int MostNames = 15;

    /// <param name="Draft">For which broadcast.</param>
    /// <param name="Shown">The ids on the card, parted by spaces: of these the ticks say who is meant.</param>
    /// <param name="Found">The words by which they were found.</param>
    /// <param name="From">How many of those found come before.</param>
    /// <param name="Words">As typed now.</param>
    /// <param name="Ticked">Ids with commas.</param>
    public sealed record PickData(string Draft, string? Shown = null, string? Found = null, int From = 0, string? Words = null, string? Ticked = null);

    /// <param name="Kind">Of audience: "people", "municipalities" or "role".</param>
    /// <param name="Page">Those found, of this page.</param>
    /// <param name="From">How many come before.</param>
    /// <param name="Total">How many were found.</param>
    /// <param name="Chosen">What is chosen so far: ids and what to call them, in order.</param>
    public sealed record View(string Kind, IReadOnlyList<Choice> Page, int From, int Total, IReadOnlyList<Choice> Chosen);

    /// <param name="draft">For which broadcast.</param>
    /// <param name="words">By which was searched.</param>
    /// <param name="view">What to show.</param>
    /// <param name="mistake">What is missing, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(string draft, string words, View view, string? mistake, Texts texts)
    {
        var data = new PickData(draft, string.Join(' ', view.Page.Select(choice => choice.Value)), words);
        var ids = view.Chosen.Select(choice => choice.Value).ToHashSet();
        return new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                Part.Title(texts[$"Pick.{view.Kind}.Title"]),
                .. view.Kind == "role" ? Array.Empty<CardElement>() :
                [
                    new TextInput(texts[$"Pick.{view.Kind}.Words"]) { Id = "words", Value = words.Length == 0 ? null : words },
                    Part.Buttons(Search.Button(texts["Pick.Search"], data)),
                ],
                .. view.Page.Count == 0
                    ? [new TextBlock(texts["Pick.NothingFound"])]
                    : new CardElement[]
                    {
                        new ChoiceSetInput(Label(view, texts), view.Page)
                        {
                            Id = "ticked",
                            IsMultiSelect = true,
                            Style = "expanded",
                            Wrap = true,
                            Value = string.Join(',', view.Page.Select(choice => choice.Value).Where(ids.Contains)),
                        },
                    },
                .. Turning(view, data, texts) is { Count: > 0 } turning ? [Part.Buttons(turning)] : Array.Empty<CardElement>(),
                .. view.Chosen.Count == 0 ? Array.Empty<CardElement>() : [new TextBlock(texts.Plain("Pick.Chosen", view.Chosen.Count, Names(view.Chosen)))],
                Part.Buttons(Done.Button(texts["Pick.Done"], data), Leave.Button(texts["Preview.Back"], data)),
            ],
            texts[$"Pick.{view.Kind}.Title"])
        {
            Lang = texts.Lang,
        };
    }

    private static string Label(View view, Texts texts) =>
        view.Total <= view.Page.Count ? texts["Pick.Tick"] : texts.Plain("Pick.TickOf", view.From + 1, view.From + view.Page.Count, view.Total);

    private static List<CardButton> Turning(View view, PickData data, Texts texts) =>
    [
        .. view.Kind != "role" && view.Total > 1 ? [AddAll.Button(texts.Plain("Pick.AddAll", view.Total), data)] : Array.Empty<CardButton>(),
        .. view.From > 0 ? [Search.Button(texts["NotReached.Back"], data with { From = Math.Max(0, view.From - PerPage) })] : Array.Empty<CardButton>(),
        .. view.From + view.Page.Count < view.Total ? [Search.Button(texts["NotReached.More"], data with { From = view.From + PerPage })] : Array.Empty<CardButton>(),
    ];

    private static string Names(IReadOnlyList<Choice> chosen) =>
        string.Join(", ", chosen.Take(MostNames).Select(choice => choice.Title)) + (chosen.Count > MostNames ? ", …" : "");
}
