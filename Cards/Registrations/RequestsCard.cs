using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Registrations that wait for an organiser's confirmation, with their answers.</summary>
public static class RequestsCard
{
    public static readonly CardAction<RequestsData> Show = new("registration.requests");
    public static readonly CardAction<DecisionData> Confirm = new("registration.confirm");
    public static readonly CardAction<DecisionData> Refuse = new("registration.refuse");

    /// <summary>How many stand on one card.</summary>
    public const int Most = 8;

    public const int LongestReason = 300;

    // Of the 28 KB that Teams takes; the longest answers of one person fit in it.
    private const int MostLetters = 12_000;

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    public sealed record RequestsData(string Gathering);

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="People">Ids with spaces.</param>
    /// <param name="Reason">Typed; for a refusal.</param>
    public sealed record DecisionData(string Gathering, string People, string? Reason = null);

    /// <param name="Member">Who asks.</param>
    /// <param name="Name">With municipality or organisation.</param>
    /// <param name="Answers">Questions with answers, and tracks.</param>
    public sealed record Request(MemberId Member, string Name, IReadOnlyList<Fact> Answers);

    /// <summary>As many as fit on one card, in their order; at least the first.</summary>
    public static IReadOnlyList<Request> Fitting(IEnumerable<Request> requests)
    {
        var (fitting, letters) = (new List<Request>(), 0);
        foreach (var request in requests)
        {
            letters += request.Answers.Sum(answer => answer.Title.ToString().Length + answer.Value.ToString().Length);
            if (fitting.Count > 0 && letters > MostLetters) break;
            fitting.Add(request);
        }

        return fitting;
    }

    /// <param name="gathering">Of which.</param>
    /// <param name="places">How many places are left, as text.</param>
    /// <param name="shown">Oldest first, at most <see cref="Most"/>.</param>
    /// <param name="more">How many wait besides these.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="reason">Typed before, where it could not be done.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, string places, IReadOnlyList<Request> shown, int more, string? notice, string? reason, Texts texts)
    {
        var id = gathering.Id.ToString();
        var all = string.Join(' ', shown.Select(request => request.Member));
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Note(gathering.Title),
                Part.Title(texts["Requests.Title"]),
                new TextBlock(places),
                .. shown.Count == 0 ? [new TextBlock(texts.Rich("Requests.None"))] : Requests(),
                Part.Buttons(GatheringOverviewCard.Show.Button(texts["Requests.Back"], new(id), withInputs: false)),
            ],
            texts["Requests.Title"])
        {
            Lang = texts.Lang,
        };

        IEnumerable<CardElement> Requests()
        {
            yield return new TextInput(texts["Requests.Reason"]) { Id = "reason", Value = reason, IsMultiline = true, MaxLength = LongestReason, Placeholder = texts["Requests.ReasonExample"] };
            foreach (var request in shown)
            {
                yield return new Container(
                [
                    new TextBlock(request.Name) { Weight = "bolder" },
                    .. request.Answers.Count == 0 ? Array.Empty<CardElement>() : [new FactSet(request.Answers)],
                    Part.Buttons(
                        Confirm.Button(texts["Requests.Confirm"], new(id, request.Member.ToString())),
                        Refuse.Button(texts["Requests.Refuse"], new(id, request.Member.ToString()))),
                ])
                { Separator = true };
            }

            if (shown.Count > 1) yield return Part.Buttons(Confirm.Button(texts.Plain("Requests.ConfirmAll", shown.Count), new(id, all)), Refuse.Button(texts.Plain("Requests.RefuseAll", shown.Count), new(id, all)));
            if (more > 0) yield return Part.Note(texts.Rich("Requests.More", more));
        }
    }
}
