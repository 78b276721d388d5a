using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>For an organiser's card: the participants of a gathering as a workbook.</summary>
public static class ExportAction
{
    public static readonly CardAction<ExportData> Export = new("registration.export");

    /// <param name="Gathering">Of which gathering.</param>
    public sealed record ExportData(string Gathering);

    public static ExecuteButton Button(GatheringId gathering, Texts texts) => Export.Button(texts["Export.Button"], new(gathering.ToString()), withInputs: false);
}
