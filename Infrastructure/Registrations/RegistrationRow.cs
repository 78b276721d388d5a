using System.Collections.Immutable;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>The row "r|id|member" of a registration, and "w|id|member" of the wishes that come with it.</summary>
internal static class RegistrationRow
{
    private const string GuestName = nameof(GuestName);
    private const string GuestEmail = nameof(GuestEmail);
    private const string Text = nameof(Text);

    public static string Prefix(GatheringId gathering) => $"r|{gathering.Item}|";

    public static string Key(GatheringId gathering, MemberId member) => Prefix(gathering) + member;

    public static string WishesPrefix(GatheringId gathering) => $"w|{gathering.Item}|";

    public static string WishesKey(GatheringId gathering, MemberId member) => WishesPrefix(gathering) + member;

    public static MemberId MemberOf(Row row) => new(row.RowKey.Split('|')[2]);

    public static Row Write(GatheringId gathering, Registration registration) => Row.Of(
        gathering.Series,
        Key(gathering, registration.Member),
        [
            (nameof(Registration.Wants), registration.Wants),
            (nameof(Registration.Affiliation), registration.Affiliation),
            (nameof(Registration.Ticket), registration.Ticket),
            (nameof(Registration.At), registration.At),
            (nameof(Registration.Tracks), registration.Tracks.IsEmpty ? null : string.Join(' ', registration.Tracks)),
            (nameof(Registration.BroughtBy), registration.BroughtBy?.ToString()),
            (nameof(Registration.Colleagues), registration.Colleagues.IsEmpty ? null : string.Join(' ', registration.Colleagues)),
            (GuestName, registration.Guest?.Name),
            (GuestEmail, registration.Guest?.Email),
            (nameof(Registration.Refusal), registration.Refusal),
            (nameof(Registration.PresentAt), registration.PresentAt),
            (nameof(Registration.HasWishes), registration.HasWishes ? true : null),
            (nameof(Registration.Sequence), registration.Sequence > 0 ? (long)registration.Sequence : null),
            .. registration.Answers.IsEmpty ? [] : Chunked.Values(nameof(Registration.Answers), JsonSerializer.Serialize(new(registration.Answers), StoredJson.Default.DictionaryStringString)),
        ]);

    public static Registration Read(Row row) => new(
        MemberOf(row),
        row.Flag(nameof(Registration.Wants)),
        row.Text(nameof(Registration.Affiliation))!,
        row.Whole(nameof(Registration.Ticket)) ?? 0,
        row.Moment(nameof(Registration.At)) ?? default)
    {
        Tracks = [.. Words(row, nameof(Registration.Tracks))],
        Answers = Chunked.Find(row, nameof(Registration.Answers)) is { } answers
            ? JsonSerializer.Deserialize(answers, StoredJson.Default.DictionaryStringString)!.ToImmutableDictionary()
            : ImmutableDictionary<string, string>.Empty,
        BroughtBy = row.Text(nameof(Registration.BroughtBy)) is { } by ? new MemberId(by) : null,
        Colleagues = [.. Words(row, nameof(Registration.Colleagues)).Select(id => new MemberId(id))],
        Guest = row.Text(GuestName) is { } name ? new(name, row.Text(GuestEmail) ?? "") : null,
        Refusal = row.Text(nameof(Registration.Refusal)),
        PresentAt = row.Moment(nameof(Registration.PresentAt)),
        HasWishes = row.Flag(nameof(Registration.HasWishes)),
        Sequence = (int)(row.Whole(nameof(Registration.Sequence)) ?? 0),
    };

    public static Row WriteWishes(GatheringId gathering, MemberId member, string text) => Row.Of(gathering.Series, WishesKey(gathering, member), (Text, text));

    public static string ReadWishes(Row row) => row.Text(Text) ?? "";

    private static string[] Words(Row row, string name) => row.Text(name)?.Split(' ') ?? [];
}
