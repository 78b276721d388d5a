namespace LeerkringBot.Infrastructure.Workbooks;

/// <param name="Name">At most 31 characters, none of []:*?/\.</param>
/// <param name="Columns">Their headings; two may read the same.</param>
/// <param name="Rows">Texts, whole numbers, moments, or null for an empty cell; as many as there are columns.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
