using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Tests.Workbooks;

public sealed class WorkbookTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 6 12345678", "'+31 6 12345678")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a=b", "a=b")]
    [InlineData("'t Hart", "'t Hart")]
    [InlineData("<b>&amp;</b> 🎉 é", "<b>&amp;</b> 🎉 é")]
    [InlineData("een\ntwee", "een\ntwee")]
    [InlineData("👩‍👩‍👧‍👦 שלום \u202Esteg", "👩‍👩‍👧‍👦 שלום \u202Esteg")]
    [InlineData("\u0001=1+1", "'=1+1")]
    public void What_people_typed_stays_text_here_and_in_a_CSV_made_of_it(string typed, string cell)
    {
        var rows = Xlsx.Read(Workbook.Write([new("Proef", [typed, "Naast"], [[typed, "x"]])]))["Proef"];

        Assert.Equal([cell, "Naast"], rows[0]);
        Assert.Equal([cell, "x"], rows[1]);
    }

    [Fact]
    public void Numbers_are_numbers_empty_cells_empty_and_equal_headings_told_apart()
    {
        var rows = Xlsx.Read(Workbook.Write([new("Een", ["Naam", "naam", "Naam"], [["a", 3, null]]), new("Twee", ["Leeg"], [])]));

        Assert.Equal(["Naam", "naam (2)", "Naam (3)"], rows["Een"][0]);
        Assert.Equal(["a", "3", ""], rows["Een"][1]);
        Assert.Equal("Leeg", Assert.Single(Assert.Single(rows["Twee"])));
    }

    [Fact]
    public void What_no_cell_can_hold_does_not_break_the_file()
    {
        var rows = Xlsx.Read(Workbook.Write([new("Proef", ["Naam"], [["a\u0001b"], [new string('x', 40_000)], ["half \ud83d"]])]))["Proef"];

        Assert.Equal(4, rows.Count);
        Assert.Equal(["ab", "half "], [rows[1][0], rows[3][0]]);
        Assert.True(rows[2][0].Length <= 32_767);
    }
}
