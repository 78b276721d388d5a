using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Checks what somebody filled in against what the gathering asks.</summary>
/// <param name="Form">Null while there are mistakes or questions that were not shown yet.</param>
/// <param name="Asked">The questions that are to be answered, given the answers: conditional ones only where their condition holds.</param>
/// <param name="Mistakes">By the id of the question, or <see cref="TracksField"/> or <see cref="WishesField"/>.</param>
public sealed record RegistrationFormCheck(RegistrationForm? Form, ImmutableArray<Question> Asked, ImmutableDictionary<string, FormMistake> Mistakes)
{
    public const int LongestText = 1_000;
    public const int LongestWishes = 500;
    public const int HighestNumber = 1_000_000;
    public const string TracksField = "tracks";
    public const string WishesField = "wishes";

    /// <summary>The questions that are to be answered, given some answers.</summary>
    public static ImmutableArray<Question> AskedOf(Gathering gathering, IReadOnlyDictionary<string, string> answers)
    {
        var asked = ImmutableArray.CreateBuilder<Question>();
        foreach (var question in gathering.Questions)
        {
            if (question.Condition is not { } condition
                || (asked.Any(other => other.Id == condition.QuestionId) && answers.GetValueOrDefault(condition.QuestionId) == condition.Answer)) asked.Add(question);
        }

        return asked.ToImmutable();
    }

    /// <param name="gathering">What it asks.</param>
    /// <param name="tracks">Chosen.</param>
    /// <param name="typed">By the id of the question.</param>
    /// <param name="shown">The questions that stood on the form.</param>
    /// <param name="wishes">Typed; null where it wasn't asked.</param>
    public static RegistrationFormCheck Of(
        Gathering gathering,
        IEnumerable<string> tracks,
        IReadOnlyDictionary<string, string> typed,
        IReadOnlyCollection<string> shown,
        string? wishes)
    {
        var answers = typed.Where(answer => answer.Value.Trim().Length > 0).ToImmutableDictionary(answer => answer.Key, answer => answer.Value.Trim());
        var asked = AskedOf(gathering, answers);
        var mistakes = ImmutableDictionary.CreateBuilder<string, FormMistake>();
        foreach (var question in asked.Where(question => shown.Contains(question.Id)))
            if (Mistake(question, answers.GetValueOrDefault(question.Id)) is { } mistake) mistakes[question.Id] = mistake;

        ImmutableArray<string> chosen = [.. gathering.Tracks.Select(track => track.Id).Intersect(tracks)];
        if (chosen.IsEmpty && !gathering.Rounds.IsEmpty) mistakes[TracksField] = FormMistake.Missing;
        var trimmed = gathering.AsksWishes ? wishes?.Trim() : null;
        if (trimmed?.Length > LongestWishes) mistakes[WishesField] = FormMistake.TooLong;

        var complete = mistakes.Count == 0 && asked.All(question => shown.Contains(question.Id));
        var kept = asked.Where(question => answers.ContainsKey(question.Id)).ToImmutableDictionary(
            question => question.Id,
            question => question.Kind == QuestionKind.Number && Number(answers[question.Id]) is { } number ? number.ToString(CultureInfo.InvariantCulture) : answers[question.Id]);
        return new(complete ? new(chosen, kept, trimmed) : null, asked, mistakes.ToImmutable());
    }

    private static FormMistake? Mistake(Question question, string? answer) => question.Kind switch
    {
        _ when answer is null => question.IsRequired ? FormMistake.Missing : null,
        QuestionKind.Text when answer.Length > LongestText => FormMistake.TooLong,
        QuestionKind.Number when Number(answer) is null => FormMistake.NotANumber,
        QuestionKind.Choice when !question.Choices.Contains(answer) => FormMistake.NotAChoice,
        QuestionKind.YesNo when answer is not (Question.Yes or Question.No) => FormMistake.NotAChoice,
        _ => null,
    };

    private static int? Number(string answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= HighestNumber ? number : null;
}
