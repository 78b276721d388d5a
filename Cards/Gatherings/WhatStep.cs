using System.Globalization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>What it is, why one would come, and when.</summary>
internal static class WhatStep
{
    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts) =>
    [
        .. form.Field(texts, new TextInput(texts["Form.Title"]) { Id = "title", Value = form.Text.Title, MaxLength = GatheringLimits.Title, IsRequired = true, ErrorMessage = texts["Form.TitleFirst"] }, GatheringField.Title),
        .. form.Field(
            texts,
            new TextInput(texts["Form.Kind"]) { Id = "kind", Value = form.Text.Kind, MaxLength = GatheringLimits.Kind, Placeholder = texts["Form.KindExample"], IsRequired = true, ErrorMessage = texts["Form.KindFirst"] },
            GatheringField.Kind),
        .. form.Field(
            texts,
            new DateInput(texts["Form.Date"])
            {
                Id = "date",
                Value = form.Text.Date,
                // What stands in the past may stay there.
                Min = form.Draft.Changes is null ? form.Today.ToString(GatheringText.Day, CultureInfo.InvariantCulture) : null,
                IsRequired = true,
                ErrorMessage = texts["Form.DateFirst"],
            },
            GatheringField.Date),
        .. form.Field(texts, new TimeInput(texts["Form.Start"]) { Id = "start", Value = form.Text.Start, IsRequired = true, ErrorMessage = texts["Form.StartFirst"] }, GatheringField.Start),
        .. form.Field(texts, new TimeInput(texts["Form.End"]) { Id = "end", Value = form.Text.End, IsRequired = true, ErrorMessage = texts["Form.EndFirst"] }, GatheringField.End),
        .. form.Field(
            texts,
            new TextInput(texts["Form.Why"]) { Id = "why", Value = form.Text.Why, IsMultiline = true, MaxLength = GatheringLimits.Why, IsRequired = true, ErrorMessage = texts["Form.WhyFirst"] },
            GatheringField.Why),
    ];
}
