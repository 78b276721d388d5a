using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What somebody chose and answered, for organisers; never their wishes.</summary>
public static class RegistrationAnswers
{
    public static IReadOnlyList<Fact> Of(Gathering gathering, Registration registration, Texts texts)
    {
        var tracks = gathering.Tracks.Where(track => registration.Tracks.Contains(track.Id)).Select(track => track.Title).ToList();
        return
        [
            .. tracks.Count == 0 ? Array.Empty<Fact>() : [new(texts["Requests.Tracks"], string.Join(", ", tracks))],
            .. gathering.Questions.Where(question => registration.Answers.ContainsKey(question.Id))
                .Select(question => new Fact(question.Text, Text(question, registration.Answers[question.Id], texts))),
        ];
    }

    /// <summary>An answer as people read it.</summary>
    public static string Text(Question question, string answer, Texts texts) => question.Kind != QuestionKind.YesNo ? answer : texts[answer == Question.Yes ? "Form.Yes" : "Form.No"];
}
