using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What somebody chose and answered, for organisers; never their wishes.</summary>
public static class RegistrationAnswers
{
    public static IReadOnlyList<Fact> Of(Gathering gathering, Registration registration, Texts texts) =>
        [.. Plain(gathering, registration, texts).Select(answer => new Fact(answer.Question, answer.Answer))];

    /// <summary>The same outside a card.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Plain(Gathering gathering, Registration registration, Texts texts)
    {
        var tracks = gathering.Tracks.Where(track => registration.Tracks.Contains(track.Id)).Select(track => track.Title).ToList();
        return
        [
            .. tracks.Count == 0 ? Array.Empty<(string, string)>() : [(texts["Requests.Tracks"], string.Join(", ", tracks))],
            .. gathering.Questions.Where(question => registration.Answers.ContainsKey(question.Id))
                .Select(question => (question.Text, Text(question, registration.Answers[question.Id], texts))),
        ];
    }

    /// <summary>An answer as people read it; to the letter where the question was of another kind when it was given.</summary>
    public static string Text(Question question, string answer, Texts texts) => (question.Kind, answer) switch
    {
        (QuestionKind.YesNo, Question.Yes) => texts["Answers.Yes"],
        (QuestionKind.YesNo, Question.No) => texts["Answers.No"],
        _ => answer,
    };
}
