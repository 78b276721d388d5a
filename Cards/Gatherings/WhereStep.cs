using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>Where it is.</summary>
internal static class WhereStep
{
    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts) =>
    [
        .. form.Field(
            texts,
            new TextInput(texts["Form.PlaceName"]) { Id = "place", Value = form.Text.PlaceName, MaxLength = GatheringLimits.PlaceName, Placeholder = texts["Form.PlaceExample"], IsRequired = true, ErrorMessage = texts["Form.PlaceFirst"] },
            GatheringField.PlaceName),
        .. form.Field(
            texts,
            new TextInput(texts["Form.Address"]) { Id = "address", Value = form.Text.Address, MaxLength = GatheringLimits.Address, Placeholder = texts["Form.AddressExample"], IsRequired = true, ErrorMessage = texts["Form.AddressFirst"] },
            GatheringField.PlaceAddress),
    ];
}
