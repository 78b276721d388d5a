using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>Who got it, who didn't and why. For the organiser alone.</summary>
public static class DeliveryCard
{
    public static readonly CardAction<ShowData> Show = new("broadcast.show");

    /// <param name="Broadcast">Which one.</param>
    public sealed record ShowData(string Broadcast);

    private const int MostNames = 60;

    public static AdaptiveCard Render(Broadcast broadcast, string title, IReadOnlyList<Delivery> deliveries, Texts texts)
    {
        var underway = deliveries.Count(delivery => delivery.State is DeliveryState.Queued or DeliveryState.Sending);
        var troubled = deliveries.Where(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain).ToList();
        return new(
            [
                Part.Notice(texts[underway > 0 ? "Delivery.Underway" : "Delivery.Done"], underway > 0 ? "accent" : "good"),
                Part.Title(title),
                new FactSet(
                [
                    new(texts["Delivery.Sent"], texts.Plain("Delivery.Of", deliveries.Count(delivery => delivery.State == DeliveryState.Sent), deliveries.Count)),
                    .. underway > 0 ? [new Fact(texts["Delivery.Waiting"], texts.Plain("Delivery.Number", underway))] : Array.Empty<Fact>(),
                    .. troubled.Count > 0 ? [new Fact(texts["Delivery.NotReached"], texts.Plain("Delivery.Number", troubled.Count))] : Array.Empty<Fact>(),
                ]),
                .. troubled.Take(MostNames).Select(delivery => new TextBlock(texts.Rich("Delivery.Line", delivery.Name, Reason(delivery, texts))) { Spacing = "small" }),
                .. underway > 0 ? [Part.Buttons(Show.Button(texts["Delivery.Refresh"], new(broadcast.Id)))] : Array.Empty<CardElement>(),
            ],
            texts[underway > 0 ? "Delivery.Underway" : "Delivery.Done"])
        {
            Lang = texts.Lang,
        };
    }

    private static string Reason(Delivery delivery, Texts texts) =>
        delivery.State == DeliveryState.Uncertain ? texts["Delivery.Uncertain"] : texts[$"Delivery.{delivery.Reason ?? NotSentReason.Refused}"];
}
