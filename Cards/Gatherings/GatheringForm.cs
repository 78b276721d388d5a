using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>What a step of the form shows.</summary>
/// <param name="Draft">With all that was typed.</param>
/// <param name="Mistakes">To be shown; empty before somebody went on.</param>
/// <param name="Notice">Above the inputs, or null.</param>
/// <param name="Today">The Dutch day.</param>
public sealed record GatheringForm(GatheringDraft Draft, IReadOnlyList<GatheringMistake> Mistakes, string? Notice, DateOnly Today)
{
    public GatheringText Text => Draft.Text;

    public IEnumerable<GatheringMistake> At(params IReadOnlyList<GatheringField> fields) => Mistakes.Where(mistake => fields.Contains(mistake.Field));
}
