using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser writes a message or a resource, or changes one that was sent.</summary>
public static class WriteCard
{
    public static readonly CardAction<BeginData> Begin = new("written.begin");
    public static readonly CardAction<DeliveryCard.ShowData> Open = new("written.open");
    public static readonly CardAction<TextData> Next = new("written.next");
    public static readonly CardAction<TextData> Later = new("written.later");
    public static readonly CardAction<TextData> Save = new("written.save");

    /// <param name="Kind"><see cref="WrittenCard.Message"/> or <see cref="WrittenCard.Resource"/>.</param>
    /// <param name="Draft">Makes beginning twice the same as once.</param>
    public sealed record BeginData(string Kind, string Draft);

    /// <param name="Kind">As in <see cref="BeginData"/>.</param>
    /// <param name="Draft">The broadcast.</param>
    /// <param name="Seen">The <see cref="WrittenText.Mark"/> of what stood when the form was made; null for something new.</param>
    /// <param name="Title">As typed, as are the others.</param>
    public sealed record TextData(string Kind, string Draft, string? Seen = null, string? Title = null, string? Text = null, string? ButtonTitle = null, string? Link = null);

    /// <param name="data">What the buttons carry.</param>
    /// <param name="typed">What the inputs hold.</param>
    /// <param name="mistakes">Each stands at its input.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="sent">How many cards change with it; null while it is a draft.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(TextData data, WrittenText typed, IReadOnlyList<WrittenMistake> mistakes, string? notice, int? sent, Texts texts)
    {
        var title = texts[sent is null ? $"Write.{data.Kind}.Title" : "Write.Change"];
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "warning")],
                Part.Title(title),
                .. sent is { } count ? [new TextBlock(texts.Count("Write.Cards", count))] : Array.Empty<CardElement>(),
                .. Input("title", "Write.Subject", typed.Title, WrittenTextRules.MostTitle, false, [WrittenMistake.TitleMissing, WrittenMistake.TitleTooLong]),
                .. Input("text", $"Write.{data.Kind}.Text", typed.Text, WrittenTextRules.MostText, true, [WrittenMistake.TextMissing, WrittenMistake.TextTooLong]),
                .. Input("buttonTitle", $"Write.{data.Kind}.Button", typed.ButtonTitle, WrittenTextRules.MostButton, false, [WrittenMistake.ButtonMissing, WrittenMistake.ButtonTooLong]),
                .. Input("link", $"Write.{data.Kind}.Link", typed.Link, WrittenTextRules.MostLink, false, [WrittenMistake.LinkMissing, WrittenMistake.LinkNotHttps, WrittenMistake.LinkTooLong]),
                sent is null
                    ? Part.Buttons(Next.Button(texts["Write.Next"], Empty(data)), Later.Button(texts["Write.Later"], Empty(data)))
                    : Part.Buttons(Save.Button(texts["Correct.Save"], Empty(data)), DeliveryCard.Show.Button(texts["Preview.Back"], new(data.Draft), withInputs: false)),
            ],
            title)
        {
            Lang = texts.Lang,
        };

        IEnumerable<CardElement> Input(string id, string label, string value, int most, bool isMultiline, IReadOnlyList<WrittenMistake> its) =>
        [
            .. mistakes.Where(its.Contains).Select(mistake => Part.Mistake(texts.Rich($"Write.{mistake}", most))),
            // Without a maximum: a client cuts off what is pasted without a word.
            new TextInput(texts[label]) { Id = id, Value = value.Length == 0 ? null : value, IsMultiline = isMultiline ? true : null, Style = id == "link" ? "url" : null },
        ];
    }

    /// <summary>What was typed comes from the inputs alone.</summary>
    private static TextData Empty(TextData data) => new(data.Kind, data.Draft, data.Seen);
}
