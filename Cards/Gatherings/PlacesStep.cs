using System.Globalization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>How many can come, until when and for whom it is, and whom to ask.</summary>
internal static class PlacesStep
{
    private const int ProposedDaysBefore = 7;

    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts) =>
    [
        .. form.Field(
            texts,
            new NumberInput(texts["Form.Capacity"])
            {
                Id = "capacity",
                Value = int.TryParse(form.Text.Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places : null,
                Min = 1,
                Max = GatheringLimits.Places,
                Placeholder = texts["Form.NoLimit"],
                ErrorMessage = texts["Form.CapacityWrong"],
            },
            GatheringField.Capacity),
        .. form.Field(
            texts,
            new DateInput(texts["Form.LastDay"]) { Id = "lastDay", Value = LastDay(form), Max = DayBefore(form, 1), IsRequired = true, ErrorMessage = texts["Form.LastDayFirst"] },
            GatheringField.RegisterBefore),
        new ToggleInput(texts["Form.Approval"]) { Id = "approval", Value = Switch(form.Text.NeedsApproval) },
        new ToggleInput(texts["Form.Wishes"]) { Id = "wishes", Value = Switch(form.Text.AsksWishes) },
        new ChoiceSetInput(texts["Form.Roles"], [.. Enum.GetValues<Role>().Select(role => new Choice(texts[$"Form.Role.{role}"], role.ToString()))])
        {
            Id = "roles",
            Value = form.Text.Roles,
            IsMultiSelect = true,
            Style = "expanded",
            Wrap = true,
        },
        .. form.Field(
            texts,
            new TextInput(texts["Form.Audience"]) { Id = "audience", Value = form.Text.Audience, IsMultiline = true, MaxLength = GatheringLimits.Lines * GatheringLimits.Audience, Placeholder = texts["Form.AudienceExample"] },
            GatheringField.Audience),
        .. form.Field(
            texts,
            new TextInput(texts["Form.Hosts"]) { Id = "hosts", Value = form.Text.Hosts, IsMultiline = true, MaxLength = GatheringLimits.Lines * GatheringLimits.Host, Placeholder = texts["Form.HostsExample"] },
            GatheringField.Hosts),
        .. form.Field(
            texts,
            new TextInput(texts["Form.Contact"]) { Id = "contact", Value = form.Text.Contact, Style = "email", MaxLength = GatheringLimits.Contact, IsRequired = true, ErrorMessage = texts["Form.ContactFirst"] },
            GatheringField.Contact),
    ];

    private static string? LastDay(GatheringForm form)
    {
        if (form.Text.LastDay.Length > 0) return form.Text.LastDay;
        var proposed = DayBefore(form, ProposedDaysBefore);
        return string.CompareOrdinal(proposed, form.Today.ToString(GatheringText.Day, CultureInfo.InvariantCulture)) >= 0 ? proposed : null;
    }

    private static string? DayBefore(GatheringForm form, int days) =>
        DateOnly.TryParseExact(form.Text.Date, GatheringText.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.DayNumber > days
            ? date.AddDays(-days).ToString(GatheringText.Day, CultureInfo.InvariantCulture)
            : null;

    private static string Switch(bool isOn) => isOn ? "true" : "false";
}
