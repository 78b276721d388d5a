using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Tracks, questions and wishes, with what was filled in before; a question that depends on an answer comes when that answer is known.</summary>
public static class RegistrationFormCard
{
    public static readonly CardAction<InvitationCard.GatheringData> Open = new("registration.form");
    public static readonly CardAction<FormData> Register = new("registration.register");

    private const string RoundPrefix = "round-";
    private const string QuestionPrefix = "question-";
    private const string None = "none";

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Shown">The ids of the questions that stood on the form, with spaces.</param>
    /// <param name="Wishes">Typed.</param>
    public sealed record FormData(string Gathering, string? Shown = null, string? Wishes = null)
    {
        /// <summary>Everything else that was chosen and typed, by the id of its input.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Inputs { get; set; }

        [JsonIgnore]
        public IReadOnlyCollection<string> ShownQuestions => Shown?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

        [JsonIgnore]
        public ImmutableArray<string> Tracks => [.. Under(RoundPrefix).Values];

        [JsonIgnore]
        public Dictionary<string, string> Answers => Under(QuestionPrefix);

        private Dictionary<string, string> Under(string prefix) => (Inputs ?? [])
            .Where(input => input.Key.StartsWith(prefix, StringComparison.Ordinal) && input.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .ToDictionary(input => input.Key[prefix.Length..], input => input.Value.ToString());
    }

    /// <summary>What a form holds: as it was stored, or as it was typed and can't be stored yet.</summary>
    public sealed record Filled(IReadOnlyCollection<string> Tracks, IReadOnlyDictionary<string, string> Answers, string? Wishes)
    {
        public static Filled Nothing { get; } = new([], ImmutableDictionary<string, string>.Empty, null);
    }

    public static AdaptiveCard Render(Gathering gathering, RegistrationSheet sheet, Filled filled, IReadOnlyDictionary<string, FormMistake> mistakes, Texts texts)
    {
        var asked = RegistrationFormCheck.AskedOf(gathering, filled.Answers);
        return new(
            [
                .. mistakes.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts["Answers.Mistakes"], "warning")],
                Part.Note(texts.Rich("Answers.For", gathering.Title)),
                Part.Title(texts["Answers.Title"]),
                .. Tracks(gathering, sheet, filled, mistakes, texts),
                .. asked.SelectMany(question => Question(question, filled, mistakes, texts)),
                .. Wishes(gathering, filled, mistakes, texts),
                Part.Buttons(
                    Register.Button(texts["Answers.Send"], new(gathering.Id.ToString(), string.Join(' ', asked.Select(question => question.Id)))),
                    InvitationCard.Show.Button(texts["Answers.Back"], new(gathering.Id.ToString()), withInputs: false)),
            ],
            texts["Answers.Title"])
        {
            Lang = texts.Lang,
        };
    }

    private static IEnumerable<CardElement> Tracks(Gathering gathering, RegistrationSheet sheet, Filled filled, IReadOnlyDictionary<string, FormMistake> mistakes, Texts texts)
    {
        if (mistakes.ContainsKey(RegistrationFormCheck.TracksField)) yield return Part.Mistake(texts.Rich("Answers.TrackFirst"));
        foreach (var round in gathering.Rounds)
        {
            yield return new ChoiceSetInput(
                texts.Plain("Answers.Round", GatheringTexts.Span(round.Start, round.End, texts)),
                [.. round.Tracks.Select(track => new Choice(Title(track, filled.Tracks.Contains(track.Id) ? null : sheet.Tracks.GetValueOrDefault(track.Id), texts), track.Id)), new Choice(texts["Answers.NoTrack"], None)])
            {
                Id = RoundPrefix + round.Id,
                Value = round.Tracks.FirstOrDefault(track => filled.Tracks.Contains(track.Id))?.Id ?? None,
                Style = "expanded",
                Wrap = true,
            };
        }
    }

    private static string Title(Track track, TrackSheet? sheet, Texts texts) =>
        GatheringTexts.Places(sheet, texts) is { Length: > 0 } places ? texts.Plain("Answers.Track", track.Title, places) : track.Title;

    private static IEnumerable<CardElement> Question(Question question, Filled filled, IReadOnlyDictionary<string, FormMistake> mistakes, Texts texts)
    {
        if (mistakes.TryGetValue(question.Id, out var mistake)) yield return Part.Mistake(Text(mistake, RegistrationFormCheck.LongestText, texts));
        var (id, value) = (QuestionPrefix + question.Id, filled.Answers.GetValueOrDefault(question.Id));
        var error = question.IsRequired ? texts["Answers.Missing"] : null;
        yield return question.Kind switch
        {
            QuestionKind.Choice => new ChoiceSetInput(question.Text, [.. question.Choices.Select(choice => new Choice(choice, choice))]) { Id = id, Value = value, Style = "expanded", Wrap = true, IsRequired = question.IsRequired, ErrorMessage = error },
            QuestionKind.YesNo => new ChoiceSetInput(question.Text, [new(texts["Answers.Yes"], Domain.Question.Yes), new(texts["Answers.No"], Domain.Question.No)]) { Id = id, Value = value, Style = "expanded", IsRequired = question.IsRequired, ErrorMessage = error },
            QuestionKind.Number => new TextInput(question.Text) { Id = id, Value = value, MaxLength = 7, Placeholder = texts["Answers.Number"], IsRequired = question.IsRequired, ErrorMessage = error },
            _ => new TextInput(question.Text) { Id = id, Value = value, IsMultiline = true, MaxLength = RegistrationFormCheck.LongestText, IsRequired = question.IsRequired, ErrorMessage = error },
        };
    }

    private static IEnumerable<CardElement> Wishes(Gathering gathering, Filled filled, IReadOnlyDictionary<string, FormMistake> mistakes, Texts texts)
    {
        if (!gathering.AsksWishes) yield break;
        if (mistakes.TryGetValue(RegistrationFormCheck.WishesField, out var mistake)) yield return Part.Mistake(Text(mistake, RegistrationFormCheck.LongestWishes, texts));
        yield return new TextInput(texts["Answers.Wishes"]) { Id = RegistrationFormCheck.WishesField, Value = filled.Wishes, IsMultiline = true, MaxLength = RegistrationFormCheck.LongestWishes, Placeholder = texts["Answers.WishesExample"] };
        yield return Part.Note(texts.Rich("Answers.WishesNote"));
    }

    private static CardText Text(FormMistake mistake, int longest, Texts texts) =>
        mistake == FormMistake.TooLong ? texts.Rich("Answers.TooLong", longest) : texts.Rich($"Answers.{mistake}");
}
