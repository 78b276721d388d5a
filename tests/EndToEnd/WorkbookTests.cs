using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.EndToEnd;

/// <summary>Workbooks as LibreOffice opens them, and the CSV that somebody makes of them.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public async Task LibreOffice_opens_every_sheet_with_its_texts_numbers_and_moments()
    {
        var sheets = await LibreOffice.ToCsv(Workbook.Write(
        [
            new("Deelnemers", ["Naam", "Kernen", "Gewijzigd"], [["Zoë O'Neil 🎉", 12, new DateTime(2027, 2, 4, 13, 30, 0)], ["\"Jan\", de Boer", null, null]]),
            new("Aantallen", ["Wat", "Aantal"], [["Waalwijk", 2]]),
        ]), TestContext.Current.CancellationToken);

        Assert.Equal(["Aantallen", "Deelnemers"], sheets.Keys.Order());
        Assert.Equal(["\"Naam\",\"Kernen\",\"Gewijzigd\"", "\"Zoë O'Neil 🎉\",12,02/04/2027 13:30:00", "\"\"\"Jan\"\", de Boer\",,"], Lines(sheets["Deelnemers"]));
        Assert.Equal(["\"Wat\",\"Aantal\"", "\"Waalwijk\",2"], Lines(sheets["Aantallen"]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"https://kwaad.example\";\"klik\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1;1)")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("'=1+1")]
    [InlineData("_x003D_1+1")]
    public async Task What_begins_as_a_formula_is_text_in_LibreOffice_and_again_in_the_CSV_made_of_it(string typed)
    {
        var sheets = await LibreOffice.ToCsv(Workbook.Write([new("Proef", [typed], [[typed]])]), TestContext.Current.CancellationToken);

        foreach (var cell in sheets["Proef"].Trim('\uFEFF').Split("\"\n", StringSplitOptions.RemoveEmptyEntries))
        {
            // Quoted as a text is, not as the 2 or the 0 that the formula would come to; and no program takes it for one.
            Assert.StartsWith("\"", cell, StringComparison.Ordinal);
            Assert.Matches("^\"['_]", cell);
            Assert.Contains(typed.Trim().Replace("\"", "\"\"", StringComparison.Ordinal)[1..], cell, StringComparison.Ordinal);
        }
    }

    private static string[] Lines(string csv) => csv.Trim('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
