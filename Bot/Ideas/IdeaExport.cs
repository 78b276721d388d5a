using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Bot.Ideas;

/// <summary>All ideas as a workbook, for organisers.</summary>
public sealed class IdeaExport(IIdeaStore ideas, ISubjects subjects, IMembers members, INetwork network, IOrganisers organisers) : IFileKind
{
    public const string Name = "ideas";

    private static readonly string[] Columns =
        ["Number", "Text", "Theme", "About", "Sender", "Email", "Checked", "Affiliation", "AffiliationConfirmed", "NameShown", "Source", "Original", "Attachments", "Noted", "Status", "StatusLine", "Support", "Agenda", "PartOf", "Hidden"];

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (subject.Length > 0 || !await organisers.Includes(member, cancellationToken)) return null;
        var texts = Texts.For(member.Language);
        var people = (await members.All(cancellationToken)).ToDictionary(one => one.Id);
        var known = await network.Current(cancellationToken);
        var titles = new Dictionary<Subject, string?>();
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var idea in ideas.All(cancellationToken))
        {
            var sender = idea.Sender is IdeaSender.OfMember of ? people.GetValueOrDefault(of.Member) : null;
            var mail = idea.Sender as IdeaSender.ByMail;
            rows.Add(
            [
                idea.Number.ToString(),
                idea.Text,
                idea.Theme,
                await Title(idea.About),
                sender?.Name ?? mail?.Name ?? texts["Export.Unknown"],
                sender?.Email ?? mail?.Address,
                YesNo(mail is null or { IsChecked: true }),
                idea.Affiliation is { } affiliation ? known.NameOf(affiliation) : null,
                idea.Affiliation is null ? null : YesNo(idea.IsAffiliationConfirmed),
                YesNo(idea.ShowsName),
                texts[$"IdeaExport.{idea.Source}"],
                idea.Original is { } original ? original.Place ?? original.MessageId : null,
                idea.Original is null ? null : YesNo(idea.Original.HasAttachments),
                DutchTime.WallClock(idea.At),
                texts[$"Idea.Status.{idea.Status}"],
                idea.StatusLine,
                idea.Supporters.Length,
                idea.Agenda is { } agenda ? await Title(new Subject.OfGathering(agenda)) : null,
                idea.MergedInto?.Number.ToString(),
                YesNo(idea.IsHidden),
            ]);
        }

        return new(texts["IdeaExport.File"], Workbook.ContentType, Workbook.Write([new(texts["Idea.ListTitle"], [.. Columns.Select(column => texts[$"IdeaExport.{column}"])], rows)]));

        string YesNo(bool yes) => texts[yes ? "Export.Yes" : "Export.No"];

        async Task<string?> Title(Subject? about)
        {
            if (about is null) return null;
            if (!titles.TryGetValue(about, out var title)) titles[about] = title = await subjects.Title(about, cancellationToken);
            return title ?? about.Id;
        }
    }
}
