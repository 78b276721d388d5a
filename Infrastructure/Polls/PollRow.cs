using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>The rows of a poll's partition: "p" the poll, "a|GM0867" answers, "b" the counters of an anonymous poll and "b|GM0867" who took part, "d|GM0867" what an answer tells besides the choice, "h|GM0867|000007" history.</summary>
internal static class PollRow
{
    public const string Poll = "p";
    public const string Box = "b";
    public const string Answers = "a|";
    public const string TookPart = "b|";
    public const string Details = "d|";
    public const string History = "h|";

    private const string Document = "Question";
    private const string Choice = "Option";
    private const string Counts = nameof(Counts);
    private const string DetailsValue = "Details";
    private const string Explicit = nameof(Domain.Polls.Poll.HasAnswers);

    /// <summary>What the tally needs of answers and counters.</summary>
    public static readonly string[] Tallied = [Choice, nameof(PollAnswer.Version), nameof(PollAnswer.By), Counts, nameof(Domain.Polls.Poll.ClosesAt)];

    public static Row Write(Poll poll) => Row.Of(
        poll.Id.ToString(),
        Poll,
        [
            (nameof(poll.ClosesAt), poll.ClosesAt),
            (nameof(poll.By), poll.By?.ToString()),
            (Explicit, poll.HasAnswers),
            .. Chunked.Values(Document, JsonSerializer.Serialize(PollDocument.Of(poll), StoredJson.Default.PollDocument)),
        ])
        with
    { ETag = poll.Stamp };

    public static Poll Read(PollId id, Row row) =>
        JsonSerializer.Deserialize(Chunked.Read(row, Document), StoredJson.Default.PollDocument)!.Read(id, row.Moment(nameof(Domain.Polls.Poll.ClosesAt))!.Value) with
        {
            By = row.Text(nameof(Domain.Polls.Poll.By)) is { } by ? new(by) : null,
            // Polls of before this was noted may have answers.
            HasAnswers = row.Flag(Explicit) || !row.Values.ContainsKey(Explicit),
            Stamp = row.ETag,
        };

    public static string AnswerKey(Voter voter) => Answers + voter;

    public static string TookPartKey(Voter voter) => TookPart + voter;

    public static string DetailsKey(Voter voter) => Details + voter;

    public static string HistoryOf(Voter voter) => $"{History}{voter}|";

    public static string HistoryKey(Voter voter, int version) => HistoryOf(voter) + version.ToString("000000", CultureInfo.InvariantCulture);

    public static Voter VoterOf(Row row) => Voter.Parse(row.RowKey.Split('|')[1]);

    /// <summary>Details only in a line of history.</summary>
    public static Row WriteAnswer(PollId id, string rowKey, PollAnswer answer) => Row.Of(
        id.ToString(),
        rowKey,
        [
            (Choice, answer.Choice.ToString()),
            (nameof(answer.By), answer.By.ToString()),
            (nameof(answer.At), answer.At),
            (nameof(answer.Version), (long)answer.Version),
            (nameof(answer.Source), answer.Source),
            .. rowKey.StartsWith(History, StringComparison.Ordinal) && answer.Details is { } details ? DetailValues(details) : [],
        ]);

    public static PollAnswer ReadAnswer(Row row) => new(
        VoterOf(row),
        PollChoice.Parse(row.Text(Choice)!),
        new(row.Text(nameof(PollAnswer.By))!),
        row.Moment(nameof(PollAnswer.At))!.Value,
        (int)row.Whole(nameof(PollAnswer.Version))!.Value)
    {
        Source = row.Text(nameof(PollAnswer.Source)),
        Details = FindDetails(row),
    };

    public static TalliedAnswer ReadTallied(Row row) => new(
        PollChoice.Parse(row.Text(Choice)!),
        (int)row.Whole(nameof(PollAnswer.Version))!.Value,
        new(row.Text(nameof(PollAnswer.By))!),
        row.ETag);

    public static Row WriteDetails(PollId id, Voter voter, AnswerDetails details) => Row.Of(id.ToString(), DetailsKey(voter), DetailValues(details));

    public static AnswerDetails ReadDetails(Row? row) => (row is null ? null : FindDetails(row)) ?? AnswerDetails.None;

    public static Row WriteBox(Poll poll, IReadOnlyDictionary<string, int> counts) => Row.Of(
        poll.Id.ToString(),
        Box,
        (nameof(poll.ClosesAt), poll.ClosesAt),
        (Counts, JsonSerializer.Serialize(new Dictionary<string, int>(counts.OrderBy(one => one.Key, StringComparer.Ordinal)), StoredJson.Default.DictionaryStringInt32)));

    public static Dictionary<string, int> ReadBox(Row row) => JsonSerializer.Deserialize(row.Text(Counts)!, StoredJson.Default.DictionaryStringInt32)!;

    public static BallotMark MarkOf(Row row) => new(row.ETag!, row.Moment(nameof(Domain.Polls.Poll.ClosesAt)) ?? DateTimeOffset.MaxValue);

    public static bool IsBy(Row row, MemberId member) => row.Text(nameof(PollAnswer.By)) == member.ToString();

    /// <summary>Without who gave it, and without what has one of the words in it.</summary>
    public static Row Forget(Row row, MemberId member, IReadOnlyList<string> words)
    {
        var values = new Dictionary<string, object>(row.Values);
        if (IsBy(row, member)) values[nameof(PollAnswer.By)] = MemberId.Forgotten.ToString();
        if (row.Text(nameof(PollAnswer.Source)) is { } source && Names(source, words)) values[nameof(PollAnswer.Source)] = "";
        if (FindDetails(row) is not { } details || !details.All.Any(one => Names(one.Value, words))) return row with { Values = values };
        foreach (var name in row.Values.Keys.Where(name => name.StartsWith(DetailsValue, StringComparison.Ordinal))) values.Remove(name);
        foreach (var (name, value) in DetailValues(details.Where((_, text) => !Names(text, words)))) values[name] = value!;
        return row with { Values = values };
    }

    /// <summary>Whether anything in the row is about somebody.</summary>
    public static bool Names(Row row, MemberId member, IReadOnlyList<string> words) =>
        IsBy(row, member) || (row.Text(nameof(PollAnswer.Source)) is { } source && Names(source, words)) || FindDetails(row)?.All.Any(one => Names(one.Value, words)) == true;

    private static bool Names(string text, IReadOnlyList<string> words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Name, object? Value)> DetailValues(AnswerDetails details) =>
        Chunked.Values(DetailsValue, JsonSerializer.Serialize(details.All.ToDictionary(one => one.Key.ToString(), one => one.Value), StoredJson.Default.DictionaryStringString));

    private static AnswerDetails? FindDetails(Row row) =>
        Chunked.Find(row, DetailsValue) is { } json
            ? AnswerDetails.Of(JsonSerializer.Deserialize(json, StoredJson.Default.DictionaryStringString)!.Select(one => KeyValuePair.Create(Enum.Parse<PollDetail>(one.Key), (string?)one.Value)))
            : null;
}
