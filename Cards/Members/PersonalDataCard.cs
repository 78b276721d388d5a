using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Members;

/// <summary>What we know of somebody, and what they can do about it.</summary>
public static class PersonalDataCard
{
    public static readonly CardAction<NoData> Show = new("personal.show");
    public static readonly CardAction<RoleData> ChooseRole = new("personal.role");
    public static readonly CardAction<RemindersData> Reminders = new("personal.reminders");
    public static readonly CardAction<NoData> Download = new("personal.download");

    public sealed record NoData;

    /// <param name="Role">See <see cref="RoleInput"/>.</param>
    public sealed record RoleData(string? Role = null);

    /// <param name="Wanted">Whether the member wants reminders from now on.</param>
    public sealed record RemindersData(bool Wanted);

    /// <param name="network">Names the municipality.</param>
    /// <param name="member">Who sees it.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the member's language.</param>
    public static AdaptiveCard Render(Network network, Member member, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "good")],
                Part.Title(texts["Personal.Title"]),
                new FactSet(
                [
                    new(texts["Personal.Name"], member.Name),
                    new(texts["Personal.Email"], member.Email ?? texts["Personal.Unknown"]),
                    new(texts["Personal.Affiliation"], member.Affiliation is { } affiliation ? network.NameOf(affiliation) : texts["Personal.Unknown"]),
                    new(texts["Personal.Role"], member.Role is { } role ? texts.Role(role) : texts["Personal.Unknown"]),
                    new(texts["Personal.Reminders"], texts[member.WantsNoReminders ? "Personal.No" : "Personal.Yes"]),
                ]),
                Part.Note(texts.Rich("Personal.FromTeams")),
                RoleInput.Render(member.Role, true, texts) with { Separator = true },
                Part.Buttons(
                    ChooseRole.Button(texts["Personal.SaveRole"], new()),
                    AffiliationCard.Ask.Button(texts["Personal.ChangeAffiliation"], new(), withInputs: false),
                    Reminders.Button(texts[member.WantsNoReminders ? "Personal.RemindersOn" : "Personal.RemindersOff"], new(member.WantsNoReminders), withInputs: false)),
                new TextBlock(texts.Rich("Personal.Rights")) { Separator = true, Spacing = "medium" },
                Part.Buttons(
                    Download.Button(texts["Personal.Download"], new(), withInputs: false),
                    ForgetCard.Ask.Button(texts["Personal.Forget"], new(), withInputs: false)),
            ],
            texts["Personal.Title"])
        {
            Lang = texts.Lang,
        };
}
