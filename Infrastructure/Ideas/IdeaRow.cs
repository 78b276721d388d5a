using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Ideas;

/// <summary>An idea as row "i|id".</summary>
internal static class IdeaRow
{
    public const string Prefix = "i|";

    public static string Key(IdeaId id) => $"{Prefix}{id}";

    public static Row Write(Idea idea) => Row.Of(
        Partition.Network,
        Key(idea.Id),
        [
            (nameof(Idea.Text), idea.Text),
            (nameof(Idea.Theme), Filled(idea.Theme)),
            (nameof(Idea.About), idea.About?.Key),
            ("Member", (idea.Sender as IdeaSender.OfMember)?.Member.ToString()),
            ("Address", (idea.Sender as IdeaSender.ByMail)?.Address),
            ("Name", (idea.Sender as IdeaSender.ByMail)?.Name),
            ("IsChecked", On(idea.Sender is IdeaSender.ByMail { IsChecked: true })),
            ("Municipality", (idea.Affiliation as Affiliation.OfMunicipality)?.Code.ToString()),
            ("Organisation", (idea.Affiliation as Affiliation.OfOrganisation)?.Name),
            (nameof(Idea.IsAffiliationConfirmed), On(idea.IsAffiliationConfirmed)),
            (nameof(Idea.Source), idea.Source.ToString()),
            ("MessageId", idea.Original?.MessageId),
            ("MailLink", idea.Original?.Link?.ToString()),
            ("MailFile", idea.Original?.File),
            ("HasAttachments", On(idea.Original is { HasAttachments: true })),
            (nameof(Idea.ShowsName), On(idea.ShowsName)),
            (nameof(Idea.At), idea.At),
            (nameof(Idea.ChangedAt), idea.ChangedAt),
            (nameof(Idea.Status), idea.Status.ToString()),
            (nameof(Idea.StatusLine), Filled(idea.StatusLine)),
            (nameof(Idea.StatusVersion), idea.StatusVersion),
            (nameof(Idea.IsHidden), On(idea.IsHidden)),
            (nameof(Idea.MergedInto), idea.MergedInto?.ToString()),
            (nameof(Idea.Agenda), idea.Agenda?.ToString()),
            .. Chunked.Values(nameof(Idea.Merged), string.Join(' ', idea.Merged)),
            .. Chunked.Values(nameof(Idea.Supporters), string.Join(' ', idea.Supporters)),
        ]);

    public static Idea Read(Row row) => new()
    {
        Id = IdeaId.Parse(row.RowKey[Prefix.Length..]),
        Text = row.Text(nameof(Idea.Text)) ?? "",
        Theme = row.Text(nameof(Idea.Theme)) ?? "",
        About = Subject.Find(row.Text(nameof(Idea.About))),
        Sender = row.Text("Member") is { } member ? new IdeaSender.OfMember(new(member))
            : row.Text("Address") is { } address ? new IdeaSender.ByMail(address, row.Text("Name") ?? "", row.Flag("IsChecked"))
            : new IdeaSender.Forgotten(),
        Affiliation = row.Text("Municipality") is { } code ? new Affiliation.OfMunicipality(MunicipalityCode.Parse(code))
            : row.Text("Organisation") is { } name ? new Affiliation.OfOrganisation(name)
            : null,
        IsAffiliationConfirmed = row.Flag(nameof(Idea.IsAffiliationConfirmed)),
        Source = Enum.TryParse<IdeaSource>(row.Text(nameof(Idea.Source)), out var source) ? source : IdeaSource.Chat,
        Original = Original(row),
        ShowsName = row.Flag(nameof(Idea.ShowsName)),
        At = row.Moment(nameof(Idea.At)) ?? default,
        ChangedAt = row.Moment(nameof(Idea.ChangedAt)),
        Status = Enum.TryParse<IdeaStatus>(row.Text(nameof(Idea.Status)), out var status) ? status : IdeaStatus.New,
        StatusLine = row.Text(nameof(Idea.StatusLine)) ?? "",
        StatusVersion = (int)(row.Whole(nameof(Idea.StatusVersion)) ?? 0),
        IsHidden = row.Flag(nameof(Idea.IsHidden)),
        MergedInto = row.Text(nameof(Idea.MergedInto)) is { } whole ? IdeaId.Parse(whole) : null,
        Merged = [.. Words(row, nameof(Idea.Merged)).Select(IdeaId.Parse)],
        Supporters = [.. Words(row, nameof(Idea.Supporters)).Select(id => new MemberId(id))],
        Agenda = GatheringId.TryParse(row.Text(nameof(Idea.Agenda)), out var gathering) ? gathering : null,
    };

    private static OriginalMail? Original(Row row)
    {
        var original = new OriginalMail(row.Text("MessageId"), row.Text("MailLink") is { } link ? new Uri(link) : null, row.Text("MailFile"), row.Flag("HasAttachments"));
        return original is { MessageId: null, Link: null, File: null, HasAttachments: false } ? null : original;
    }

    private static IEnumerable<string> Words(Row row, string name) => (Chunked.Find(row, name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static object? On(bool flag) => flag ? true : null;
}
