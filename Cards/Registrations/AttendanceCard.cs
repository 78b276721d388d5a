using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>The organiser's list to tick, a page at a time.</summary>
public static class AttendanceCard
{
    public static readonly CardAction<PageData> Show = new("registration.attendance");
    public static readonly CardAction<TickData> Tick = new("registration.tick");

    /// <summary>How many stand on one page.</summary>
    public const int PageSize = 25;

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Page">0 is the first.</param>
    public sealed record PageData(string Gathering, int Page = 0);

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Page">0 is the first.</param>
    /// <param name="Shown">Ids of who stood on the page, with spaces.</param>
    /// <param name="Present">Ids of who is ticked, with commas.</param>
    /// <param name="Ticked">Ids of who was ticked when the page was shown, with spaces.</param>
    public sealed record TickData(string Gathering, int Page, string Shown, string? Present = null, string? Ticked = null);

    /// <param name="Member">Who.</param>
    /// <param name="Name">With municipality or organisation.</param>
    /// <param name="IsPresent">Ticked or checked in.</param>
    public sealed record Participant(MemberId Member, string Name, bool IsPresent);

    /// <param name="gathering">Of which.</param>
    /// <param name="present">How many are there.</param>
    /// <param name="all">Everybody with a place, sorted.</param>
    /// <param name="page">0 is the first.</param>
    /// <param name="isOpen">Whether it is time to tick.</param>
    /// <param name="wallUrl">The page with the code for the wall.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, int present, IReadOnlyList<Participant> all, int page, bool isOpen, string wallUrl, string? notice, Texts texts)
    {
        var id = gathering.Id.ToString();
        IReadOnlyList<Participant> shown = [.. all.Skip(page * PageSize).Take(PageSize)];
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Note(gathering.Title),
                Part.Title(texts["Attendance.Title"]),
                new TextBlock(texts.Rich("Attendance.Count", present, all.Count)),
                new TextBlock(texts.Rich("Attendance.Wall")),
                .. isOpen ? Array.Empty<CardElement>() : [Part.Note(texts.Rich("Attendance.NotYet"))],
                .. isOpen && shown.Count > 0
                    ?
                    [
                        new ChoiceSetInput(texts["Attendance.List"], [.. shown.Select(one => new Choice(one.Name, one.Member.ToString()))])
                        {
                            Id = "present",
                            Value = string.Join(',', shown.Where(one => one.IsPresent).Select(one => one.Member)),
                            IsMultiSelect = true,
                            Style = "expanded",
                            Wrap = true,
                        },
                    ]
                    : Array.Empty<CardElement>(),
                Part.Buttons(
                [
                    .. isOpen && shown.Count > 0 ? [Tick.Button(texts["Attendance.Save"], new(id, page, string.Join(' ', shown.Select(one => one.Member)), Ticked: string.Join(' ', shown.Where(one => one.IsPresent).Select(one => one.Member))))] : Array.Empty<CardButton>(),
                    .. (page + 1) * PageSize < all.Count ? [Show.Button(texts["Attendance.Next"], new(id, page + 1), withInputs: false)] : Array.Empty<CardButton>(),
                    .. page > 0 ? [Show.Button(texts["Attendance.Previous"], new(id, page - 1), withInputs: false)] : Array.Empty<CardButton>(),
                    new OpenUrlButton(texts["Attendance.OpenWall"], wallUrl),
                    GatheringOverviewCard.Show.Button(texts["Requests.Back"], new(id), withInputs: false),
                ]),
            ],
            texts["Attendance.Title"])
        {
            Lang = texts.Lang,
        };
    }
}
