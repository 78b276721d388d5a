using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace LeerkringBot.Infrastructure.Workbooks;

/// <summary>Writes .xlsx files.</summary>
public static partial class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel calls a file with a longer cell broken.</summary>
    private const int LongestCell = 32_000;

    // With full-width ones, which some programs take for the same.
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static byte[] Write(IEnumerable<WorkbookSheet> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(sheet => sheet.Name, object (sheet) => Table(sheet)),
            configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, EnableAutoWidth = true, FastMode = true });
        WithWholeCharacters(stream);
        return stream.ToArray();
    }

    private static DataTable Table(WorkbookSheet sheet)
    {
        var table = new DataTable();
        foreach (var column in sheet.Columns) table.Columns.Add(Unique(table, Text(column)), typeof(object));
        foreach (var row in sheet.Rows) table.Rows.Add([.. row.Select(cell => cell is string text ? Text(text) : cell)]);
        return table;
    }

    /// <summary>A text cell is no formula, but becomes one as soon as somebody saves the sheet as CSV and opens that: an apostrophe stops it there too.</summary>
    private static string Text(string text)
    {
        var cell = Readable(text.Length > LongestCell ? text[..LongestCell] : text);
        return cell.Length > 0 && FormulaStarts.Contains(cell[0]) ? $"'{cell}" : cell;
    }

    // Without control characters and halves of characters, which no XML can hold.
    private static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))) readable.Append(rune.ToString());
        return readable.ToString();
    }

    // The library writes an emoji as two escaped halves, which LibreOffice shows as such.
    private static void WithWholeCharacters(MemoryStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
        {
            using var stream = part.Open();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var xml = EscapedPair().Replace(reader.ReadToEnd(), pair => $"{Half(pair, "high")}{Half(pair, "low")}");
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(xml));
        }

        static char Half(Match pair, string name) => (char)int.Parse(pair.Groups[name].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string Unique(DataTable table, string name)
    {
        var unique = name;
        for (var number = 2; table.Columns.Contains(unique); number++) unique = $"{name} ({number})";
        return unique;
    }

    [GeneratedRegex("_x(?<high>D[89AB][0-9A-F]{2})__x(?<low>D[C-F][0-9A-F]{2})_", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EscapedPair();
}
