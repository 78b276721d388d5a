using System.Text;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>What a gathering must be like, whoever writes it down: the form and the network file ask the same.</summary>
public static class GatheringRules
{
    /// <summary>Every mistake, in the order of the fields. A series may have its own ids; those of rounds, tracks and questions are looked at.</summary>
    public static IReadOnlyList<GatheringMistake> Mistakes(Gathering gathering) =>
    [
        .. Text(GatheringField.Title, gathering.Title, GatheringLimits.Title),
        .. Text(GatheringField.Kind, gathering.Kind, GatheringLimits.Kind),
        .. Text(GatheringField.Why, gathering.Why, GatheringLimits.Why),
        .. When(gathering.End <= gathering.Start, new(GatheringField.End, GatheringFault.NotAfterStart)),
        .. Text(GatheringField.PlaceName, gathering.Place.Name, GatheringLimits.PlaceName),
        .. Text(GatheringField.PlaceAddress, gathering.Place.Address, GatheringLimits.Address),
        .. Programme(gathering),
        .. Lines(GatheringField.Audience, gathering.Audience, GatheringLimits.Audience),
        .. Lines(GatheringField.Hosts, gathering.Hosts, GatheringLimits.Host),
        .. Contact(gathering.Contact),
        .. When(gathering.RegisterBefore > gathering.Date, new(GatheringField.RegisterBefore, GatheringFault.AfterDate)),
        .. Places(gathering.Capacity, new(GatheringField.Capacity, GatheringFault.TooFew)),
        .. QuestionRules.Mistakes(gathering.Questions),
        .. RoundRules.Mistakes(gathering.Rounds),
        .. gathering.Cancellation is null ? [] : Text(GatheringField.Cancellation, gathering.Cancellation, GatheringLimits.Cancellation),
        .. When(Size(gathering) > GatheringLimits.Bytes, new(GatheringField.Why, GatheringFault.TooLarge, Number: GatheringLimits.Bytes)),
    ];

    /// <summary>Days that are gone. What stood already may stay: an organiser may correct what was.</summary>
    /// <param name="wanted">As it is to be.</param>
    /// <param name="before">As it stands; null for a new gathering.</param>
    /// <param name="today">The Dutch day.</param>
    public static IReadOnlyList<GatheringMistake> Gone(Gathering wanted, Gathering? before, DateOnly today) =>
    [
        .. When(wanted.Date < today && wanted.Date != before?.Date, new(GatheringField.Date, GatheringFault.Past)),
        .. When(wanted.Date >= today && wanted.RegisterBefore <= today && wanted.RegisterBefore != before?.RegisterBefore, new(GatheringField.RegisterBefore, GatheringFault.Past)),
    ];

    internal static IEnumerable<GatheringMistake> Text(GatheringField field, string text, int longest, int? item = null, int? inner = null) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, GatheringFault.Missing, item, inner)]
        : text.Length > longest ? [new(field, GatheringFault.TooLong, item, inner, longest)]
        : [];

    internal static IEnumerable<GatheringMistake> When(bool wrong, GatheringMistake mistake) => wrong ? [mistake] : [];

    internal static IEnumerable<GatheringMistake> Places(int? capacity, GatheringMistake tooFew) =>
        capacity < 1 ? [tooFew with { Number = 1 }]
        : capacity > GatheringLimits.Places ? [tooFew with { Fault = GatheringFault.TooMany, Number = GatheringLimits.Places }]
        : [];

    // What has no room is for everybody: two such things can't be at once. What has a room may run beside it.
    private static IEnumerable<GatheringMistake> Programme(Gathering gathering)
    {
        var items = gathering.Programme;
        if (items.Length > GatheringLimits.Items) yield return new(GatheringField.Programme, GatheringFault.TooMany, Number: GatheringLimits.Items);
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item.End <= item.Start) yield return new(GatheringField.ProgrammeEnd, GatheringFault.NotAfterStart, i);
            foreach (var mistake in Text(GatheringField.ProgrammeTitle, item.Title, GatheringLimits.ItemTitle, i)) yield return mistake;
            if (item.Room?.Length > GatheringLimits.Room) yield return new(GatheringField.ProgrammeRoom, GatheringFault.TooLong, i, Number: GatheringLimits.Room);
            for (var j = 0; j < i; j++)
            {
                var sameRoom = string.Equals(item.Room?.Trim(), items[j].Room?.Trim(), StringComparison.OrdinalIgnoreCase);
                if (sameRoom && item.Start < items[j].End && items[j].Start < item.End) yield return new(GatheringField.Programme, GatheringFault.Overlaps, i, Number: j);
            }
        }
    }

    private static IEnumerable<GatheringMistake> Lines(GatheringField field, IReadOnlyList<string> lines, int longest) =>
    [
        .. When(lines.Count > GatheringLimits.Lines, new(field, GatheringFault.TooMany, Number: GatheringLimits.Lines)),
        .. lines.SelectMany((line, index) => Text(field, line, longest, index)),
    ];

    private static IEnumerable<GatheringMistake> Contact(string contact) =>
        Text(GatheringField.Contact, contact, GatheringLimits.Contact) is var wrong && wrong.Any() ? wrong
        : EmailAddress.IsValid(contact) ? []
        : [new(GatheringField.Contact, GatheringFault.Unreadable)];

    private static int Size(Gathering gathering) =>
        new[]
        {
            [gathering.Title, gathering.Kind, gathering.Why, gathering.Place.Name, gathering.Place.Address, gathering.Contact],
            gathering.Programme.SelectMany(item => new[] { item.Title, item.Room ?? "" }),
            gathering.Audience,
            gathering.Hosts,
            gathering.Tracks.Select(track => track.Title),
            gathering.Questions.SelectMany(question => question.Choices.Append(question.Text)),
        }.SelectMany(texts => texts).Sum(Encoding.UTF8.GetByteCount);
}
