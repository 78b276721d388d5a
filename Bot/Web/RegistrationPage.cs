using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Registrations.Pages;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Web;

/// <summary>What somebody sees who opens the link of their registration. What the gathering says of itself is Dutch.</summary>
internal static class RegistrationPage
{
    /// <param name="gathering">As it stands.</param>
    /// <param name="sheet">The gathering's.</param>
    /// <param name="mine">Theirs; null where it was deleted.</param>
    /// <param name="member">Who.</param>
    /// <param name="calendarUrl">Of their calendar file.</param>
    /// <param name="now">Decides what is still possible.</param>
    /// <param name="texts">In the reader's language.</param>
    public static string Body(Gathering gathering, RegistrationSheet sheet, Registration? mine, MemberId member, string calendarUrl, DateTimeOffset now, Texts texts) => $"""
        <p class="state" role="status">{Html.Encode(State(gathering, sheet, mine, member, now, texts))}</p>
        {Actions(gathering, sheet, mine, member, now, texts)}
        <h2 lang="nl">{Html.Encode(gathering.Title)}</h2>
        <dl>
        {Fact(texts["Invitation.When"], GatheringTexts.When(gathering, texts, now))}
        {Fact(texts["Invitation.Where"], texts.Plain("Invitation.Place", gathering.Place.Name, gathering.Place.Address))}
        </dl>
        {(GatheringTexts.Moved(gathering, texts, now) is { } moved ? Html.Paragraph(moved) : "")}
        {Html.List(texts["Page.Tracks"], RegistrationTexts.Tracks(gathering, sheet, mine, texts))}
        <p class="text" lang="nl">{Html.Encode(gathering.Why)}</p>
        {Html.List(texts["Invitation.Programme"], [.. RegistrationTexts.Programme(gathering, texts)])}
        <p><a href="{Html.Encode(calendarUrl)}">{Html.Encode(texts[mine is { Wants: true } && gathering.Cancellation is null ? "Page.Calendar" : "Page.CalendarOut"])}</a></p>
        {Html.Paragraph(texts.Plain("Page.Questions", gathering.Contact))}
        {Delete(mine, texts)}
        """;

    private static string State(Gathering gathering, RegistrationSheet sheet, Registration? mine, MemberId member, DateTimeOffset now, Texts texts)
    {
        if (mine is null && Guest.IsGuest(member)) return texts["Page.NothingKept"];
        return now >= gathering.EndsAt && gathering.Cancellation is null ? texts["Page.Over"] : RegistrationTexts.State(gathering, sheet, mine, texts);
    }

    private static string Actions(Gathering gathering, RegistrationSheet sheet, Registration? mine, MemberId member, DateTimeOffset now, Texts texts)
    {
        if (gathering.Cancellation is not null || now >= gathering.EndsAt) return "";
        if (mine is { Wants: true })
            return $"""
                {Accept(sheet, mine, texts)}
                {Html.Paragraph(texts["Page.CancelWhy"])}
                <form method="post" action="?"><button>{Html.Encode(texts["Page.Cancel"])}</button></form>
                """;
        if (MyRegistration.Of(sheet, mine) is MyRegistration.Refused) return "";
        return Html.Paragraph(texts.Plain(Guest.IsGuest(member) ? "Page.ComeAfterAllGuest" : "Page.ComeAfterAll", gathering.Contact));
    }

    private static string Accept(RegistrationSheet sheet, Registration mine, Texts texts) => MyRegistration.Of(sheet, mine) is MyRegistration.Waiting { Offered: true }
        ? $"""<form method="post" action="?{RegistrationPages.Accept}"><button>{Html.Encode(texts["Registration.Accept"])}</button></form>"""
        : "";

    // A member sees and deletes what is kept about them in Teams; a guest has no other place than this.
    private static string Delete(Registration? mine, Texts texts) => mine?.Guest is not { } guest
        ? ""
        : $"""
            <details>
            <summary>{Html.Encode(texts["Page.DataTitle"])}</summary>
            {Html.Paragraph(texts.Plain("Page.Data", guest.Name, guest.Email))}
            <form method="post" action="?{RegistrationPages.Delete}"><button class="plain">{Html.Encode(texts["Page.Delete"])}</button></form>
            </details>
            """;

    private static string Fact(string name, string value) => $"<dt>{Html.Encode(name)}</dt><dd>{Html.Encode(value)}</dd>";
}
