using System.Text.Json;
using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Cards.Reminders;

/// <summary>Which reminders a gathering or poll has, and when each goes out. For organisers.</summary>
public static class ReminderSettingsCard
{
    public static readonly CardAction<ShowData> Show = new("reminder.settings");
    public static readonly CardAction<SettingsData> Save = new("reminder.save");

    private const string Days = nameof(Days);

    /// <param name="Subject">The key of a <see cref="Subject"/>.</param>
    public sealed record ShowData(string Subject);

    /// <param name="Subject">The key of a <see cref="Subject"/>.</param>
    public sealed record SettingsData(string Subject)
    {
        /// <summary>The switches and days, by the id of their input.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Inputs { get; set; }

        public bool? IsOn(ReminderKind kind) => bool.TryParse(Input(IdOf(kind)), out var on) ? on : null;

        public string? DaysOf(ReminderKind kind) => Input(IdOf(kind) + Days);

        private string? Input(string id) =>
            Inputs?.GetValueOrDefault(id) is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value ? value.ToString() : null;
    }

    /// <param name="Kind">Which.</param>
    /// <param name="Setting">As it stands, or as it was chosen and can't be stored yet.</param>
    /// <param name="Standing">How it stands with it.</param>
    /// <param name="Mistake">About its days; null where there is none.</param>
    public sealed record Line(ReminderKind Kind, ReminderSetting Setting, ReminderStanding Standing, ReminderMistake? Mistake = null);

    /// <param name="subject">Of what.</param>
    /// <param name="title">What that is called.</param>
    /// <param name="lines">Its reminders.</param>
    /// <param name="back">Where the organiser came from.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Subject subject, string title, IReadOnlyList<Line> lines, CardButton back, string? notice, DateTimeOffset now, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, lines.Any(line => line.Mistake is not null) ? "warning" : "good")],
                Part.Note(title),
                Part.Title(texts["Reminder.Settings"]),
                new TextBlock(texts.Rich("Reminder.How")),
                .. lines.SelectMany(line => Inputs(line, now, texts)),
                Part.Buttons(Save.Button(texts["Reminder.Save"], new(subject.Key)), back),
            ],
            texts["Reminder.Settings"])
        {
            Lang = texts.Lang,
        };

    public static ExecuteButton Button(Subject subject, Texts texts) => Show.Button(texts["Reminder.Settings"], new(subject.Key), withInputs: false);

    private static IEnumerable<CardElement> Inputs(Line line, DateTimeOffset now, Texts texts)
    {
        var id = IdOf(line.Kind);
        yield return new ToggleInput(texts[$"Reminder.Kind.{line.Kind}"]) { Id = id, Value = line.Setting.IsOn ? "true" : "false", Separator = true };
        if (line.Mistake is { } mistake) yield return Part.Mistake(Text(mistake, texts));
        if (ReminderSetting.HasDays(line.Kind))
        {
            yield return new NumberInput(texts[line.Kind == ReminderKind.Poll ? "Reminder.DaysBeforeClosing" : "Reminder.DaysBeforeDeadline"])
            {
                Id = id + Days,
                Value = line.Setting.Days,
                Min = ReminderSetting.FewestDays,
                Max = ReminderSetting.MostDays,
                ErrorMessage = Text(ReminderMistake.NotSoManyDays, texts),
            };
        }

        yield return Part.Note(Text(line.Standing, now, texts));
    }

    private static string Text(ReminderMistake mistake, Texts texts) => mistake switch
    {
        ReminderMistake.NotSoManyDays => texts.Plain("Reminder.NotSoManyDays", ReminderSetting.FewestDays, ReminderSetting.MostDays),
        _ => texts["Reminder.NotAfterTheFirst"],
    };

    private static string Text(ReminderStanding standing, DateTimeOffset now, Texts texts) => standing switch
    {
        ReminderStanding.Planned planned => texts.Plain("Reminder.Planned", Moment(planned.At, now, texts), texts.Count("Reminder.People", planned.People)),
        ReminderStanding.Late late => texts.Plain("Reminder.Late", texts.Count("Reminder.People", late.People)),
        ReminderStanding.Sent sent => texts.Plain("Reminder.Sent", Moment(sent.At, now, texts)),
        ReminderStanding.Over => texts["Reminder.Over"],
        _ => texts["Reminder.Off"],
    };

    private static string Moment(DateTimeOffset moment, DateTimeOffset now, Texts texts)
    {
        var local = DutchTime.WallClock(moment);
        return texts.Plain("Reminder.Moment", texts.Day(DateOnly.FromDateTime(local), DutchTime.DayOf(now).Year), texts.Time(TimeOnly.FromDateTime(local)));
    }

    private static string IdOf(ReminderKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
