namespace LeerkringBot.Cards.Ideas;

/// <summary>For an organiser's list: all ideas as a workbook.</summary>
public static class IdeaExportAction
{
    public static readonly CardAction<NoData> Export = new("idea.export");

    public sealed record NoData;
}
