using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>Asks whether a copy is another date of the same thing.</summary>
public static class CopyCard
{
    public static readonly CardAction<CopyData> Copy = new("gathering.copy.as");

    /// <param name="Gathering">The original.</param>
    /// <param name="Draft">Makes copying twice the same as once.</param>
    /// <param name="SameSeries">Another date of the same thing: people may move from one to the other.</param>
    public sealed record CopyData(string Gathering, string Draft, bool SameSeries);

    public static AdaptiveCard Render(Gathering gathering, string draft, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Copy.Title", gathering.Title)),
                new TextBlock(texts.Rich("Copy.Explain")),
                Part.Buttons(
                    Copy.Button(texts["Copy.SameSeries"], new(gathering.Id.ToString(), draft, true)),
                    Copy.Button(texts["Copy.Apart"], new(gathering.Id.ToString(), draft, false))),
            ],
            texts.Plain("Copy.Title", gathering.Title))
        {
            Lang = texts.Lang,
        };
}
