using System.IO.Compression;
using System.Xml.Linq;

namespace LeerkringBot.Tests.Workbooks;

/// <summary>What stands in the cells of a workbook, read from its parts and not by the library that wrote it.</summary>
internal static class Xlsx
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <returns>Per sheet its name and its rows; an empty cell is "".</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Read(ReadOnlyMemory<byte> file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? Part(strings).Descendants(Main + "si").Select(item => item.Value).ToList() : [];
        var names = Part(zip.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value).ToList();
        return names.Select((name, index) => (name, sheet: Part(zip.GetEntry($"xl/worksheets/sheet{index + 1}.xml")!))).ToDictionary(
            one => one.name,
            IReadOnlyList<IReadOnlyList<string>> (one) => [.. one.sheet.Descendants(Main + "row").Select(IReadOnlyList<string> (row) => [.. row.Elements(Main + "c").Select(cell => Value(cell, shared))])]);
    }

    private static string Value(XElement cell, List<string> shared)
    {
        Assert.Empty(cell.Elements(Main + "f"));
        var value = cell.Element(Main + "v")?.Value ?? string.Concat(cell.Descendants(Main + "t").Select(text => text.Value));
        return cell.Attribute("t")?.Value == "s" ? shared[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)] : value;
    }

    private static XDocument Part(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
