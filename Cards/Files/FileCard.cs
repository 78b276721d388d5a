using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Files;

/// <summary>A file is ready: the link to it, and what else becomes of it.</summary>
public static class FileCard
{
    public static readonly CardAction<FileData> Again = new("file.again");

    private const int Kilobyte = 1024;

    /// <param name="Kind">Of the file.</param>
    /// <param name="Subject">What it is about.</param>
    public sealed record FileData(string Kind, string Subject);

    /// <param name="name">Of the file.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="link">Works for ten minutes.</param>
    /// <param name="file">To ask for it again.</param>
    /// <param name="asked">Whether Teams asks to put it in the person's OneDrive.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(string name, long bytes, string link, FileData file, bool asked, Texts texts) =>
        new(
            [
                Part.Notice(texts["File.Ready"], "good"),
                new TextBlock(texts.Rich("File.Name", name, (bytes + Kilobyte - 1) / Kilobyte)),
                new TextBlock(texts.Rich(asked ? "File.LinkOrOneDrive" : "File.Link")),
                Part.Buttons(new OpenUrlButton(texts["File.Download"], link), Again.Button(texts["File.Again"], file)),
            ],
            texts["File.Ready"])
        {
            Lang = texts.Lang,
        };
}
