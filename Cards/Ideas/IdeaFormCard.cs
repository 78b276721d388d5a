using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>The form in which one writes an idea, or changes it.</summary>
public static class IdeaFormCard
{
    public static readonly CardAction<OpenData> Open = new("idea.open");
    public static readonly CardAction<FormData> Note = new("idea.note");
    public static readonly CardAction<FormData> Change = new("idea.change");

    /// <summary>Stands for an idea that is about nothing in particular.</summary>
    public const string Nothing = "none";

    /// <param name="About">The key of a <see cref="Domain.Subject"/>; null where it is about nothing in particular.</param>
    public sealed record OpenData(string? About = null);

    /// <param name="Draft">Names what is written, so that sending it twice notes it once; the id of the idea that is changed.</param>
    /// <param name="Text">As typed.</param>
    /// <param name="Theme">As typed.</param>
    /// <param name="About">The key of a <see cref="Domain.Subject"/>, or <see cref="Nothing"/>.</param>
    /// <param name="ShowsName">"true" or "false".</param>
    public sealed record FormData(
        string Draft,
        string? Text = null,
        string? Theme = null,
        string? About = null,
        [property: System.Text.Json.Serialization.JsonConverter(typeof(AnyText))] string? ShowsName = null);

    /// <param name="form">What stands in it.</param>
    /// <param name="isNew">False where an idea is changed.</param>
    /// <param name="subjects">What it can be about.</param>
    /// <param name="mistakes">What is wrong with it.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="notice">What just happened, or null.</param>
    public static AdaptiveCard Render(FormData form, bool isNew, IReadOnlyList<Choice> subjects, IReadOnlyCollection<IdeaMistake> mistakes, Texts texts, string? notice = null)
    {
        var title = texts[isNew ? "Idea.FormTitle" : "Idea.ChangeTitle"];
        var carried = new FormData(form.Draft);
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(title),
                .. isNew ? [new TextBlock(texts.Rich("Idea.FormHow"))] : Array.Empty<CardElement>(),
                .. Mistakes(IdeaMistake.Empty, IdeaMistake.TooLong),
                new TextInput(texts.Plain("Idea.TextLabel", IdeaText.Longest))
                {
                    Id = "text",
                    Value = form.Text,
                    IsMultiline = true,
                    // A text that is too long already must not be cut where it is shown again.
                    MaxLength = form.Text is { Length: > IdeaText.Longest } ? null : IdeaText.Longest,
                    IsRequired = true,
                    ErrorMessage = texts["Idea.Mistake.Empty"],
                },
                .. Mistakes(IdeaMistake.ThemeTooLong),
                new TextInput(texts["Idea.ThemeLabel"]) { Id = "theme", Value = form.Theme, MaxLength = IdeaText.LongestTheme, Placeholder = texts["Idea.ThemePlaceholder"] },
                new ChoiceSetInput(texts["Idea.AboutLabel"], [new(texts["Idea.AboutNothing"], Nothing), .. subjects]) { Id = "about", Value = form.About ?? Nothing, Style = "compact", Wrap = true },
                new ToggleInput(texts["Idea.NameLabel"]) { Id = "showsName", Value = form.ShowsName ?? "false" },
                Part.Note(texts.Rich("Idea.NameNote")),
                Part.Buttons(
                    isNew ? Note.Button(texts["Idea.Send"], carried) : Change.Button(texts["Idea.Save"], carried),
                    isNew ? IdeaListCard.Show.Button(texts["Idea.All"], new(), withInputs: false) : IdeaCard.Show.Button(texts["Idea.NoChange"], new(form.Draft), withInputs: false)),
            ],
            title)
        {
            Lang = texts.Lang,
        };

        IEnumerable<CardElement> Mistakes(params IdeaMistake[] here) =>
            here.Where(mistakes.Contains).Select(mistake => Part.Mistake(texts.Plain($"Idea.Mistake.{mistake}", form.Text?.Length ?? 0, IdeaText.Longest, IdeaText.LongestTheme)));
    }
}
