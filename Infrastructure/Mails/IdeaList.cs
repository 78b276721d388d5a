using System.Text;
using System.Text.RegularExpressions;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Takes the ideas out of what somebody wrote: each item of a list is one, and so is a text without a list.</summary>
internal static partial class IdeaList
{
    /// <summary>Beside a list, a text of so many words is an idea of its own.</summary>
    private const int FewestWordsBesideList = 12;

    /// <summary>A line above a list that has more words may hold an idea as well, and so may a sentence that thanks.</summary>
    private const int MostWordsOfLeadIn = 6;

    private const int MostWordsOfThanks = MailText.FewestWordsOfText - 1;

    /// <summary>Items as short as this are the parts of one idea, unless the line above calls them ideas.</summary>
    private const int MostWordsOfPart = 3;

    /// <returns>The ideas, and whether nothing else is left that a person must look at.</returns>
    public static (IReadOnlyList<string> Ideas, bool IsAll) Of(string own)
    {
        var blocks = Blocks(own.Split('\n'));
        var items = blocks.Where(block => block.IsItem).ToList();
        if (items.Count < 2 || ArePartsOfOne(blocks, items)) return (Single(own, blocks), true);
        var taken = blocks.Where((block, at) => block.IsItem || IsIdeaBeside(blocks, at)).ToHashSet(ReferenceEqualityComparer.Instance);
        var ideas = blocks.Where(taken.Contains).Select(block => Bare(block.Text)).Where(IsIdea).ToList();
        return (ideas, blocks.Select((block, at) => taken.Contains(block) || IsAside(blocks, at)).All(fits => fits));
    }

    /// <summary>A line that begins with a bullet, a number, a letter or "Idee 2:".</summary>
    public static bool IsItem(string line) => Item().IsMatch(line);

    /// <summary>At most <see cref="MailLimits.LongestIdea"/> characters, broken off between words.</summary>
    public static string Shortened(string idea)
    {
        if (idea.Length <= MailLimits.LongestIdea) return idea;
        var end = idea.LastIndexOfAny([' ', '\n'], MailLimits.LongestIdea - 1);
        if (end < MailLimits.LongestIdea / 2) end = char.IsHighSurrogate(idea[MailLimits.LongestIdea - 2]) ? MailLimits.LongestIdea - 2 : MailLimits.LongestIdea - 1;
        return $"{idea[..end].TrimEnd()}…";
    }

    private static IReadOnlyList<string> Single(string own, IReadOnlyList<Block> blocks)
    {
        // "Mijn idee:" and one bullet; where anything else is said, all of it is the idea.
        var isListOfOne = blocks.Count(block => block.IsItem) == 1 && blocks.Select((block, at) => block.IsItem || IsAside(blocks, at)).All(fits => fits);
        var idea = Bare(isListOfOne ? blocks.Single(block => block.IsItem).Text : own);
        return IsIdea(idea) && !Courtesy().IsMatch(idea.ReplaceLineEndings(" ")) ? [idea] : [];
    }

    private static bool ArePartsOfOne(IReadOnlyList<Block> blocks, IReadOnlyList<Block> items)
    {
        if (items.Any(item => MailText.Words(item.Text) > MostWordsOfPart)) return false;
        var above = blocks.TakeWhile(block => !block.IsItem).LastOrDefault()?.Text;
        return above is not null && !CallsThemIdeas().IsMatch(above);
    }

    private static bool IsIdeaBeside(IReadOnlyList<Block> blocks, int at) =>
        !LeadsIn(blocks, at) && MailText.Words(blocks[at].Text) >= FewestWordsBesideList && !Sentences(blocks[at].Text).All(IsCourtesy);

    /// <summary>What says something about the list or the day only, so that nobody misses it.</summary>
    private static bool IsAside(IReadOnlyList<Block> blocks, int at)
    {
        var sentences = Sentences(blocks[at].Text).ToList();
        return sentences.Take(LeadsIn(blocks, at) ? sentences.Count - 1 : sentences.Count).All(IsCourtesy);
    }

    /// <summary>"Hierbij onze ideeën", "Wat ons opviel:".</summary>
    private static bool LeadsIn(IReadOnlyList<Block> blocks, int at)
    {
        if (at + 1 == blocks.Count || !blocks[at + 1].IsItem) return false;
        var last = Sentences(blocks[at].Text).LastOrDefault() ?? "";
        return (last.EndsWith(':') && MailText.Words(last) <= MostWordsOfLeadIn) || (CallsThemIdeas().IsMatch(last) && (MailText.Words(last) < MailText.FewestWordsOfText || (MailText.Words(last) < FewestWordsBesideList && !SaysMore().IsMatch(last))));
    }

    private static IEnumerable<string> Sentences(string text) => MailText.Sentences(text).Where(IsIdea);

    private static bool IsCourtesy(string sentence) => Courtesy().IsMatch(sentence) || (MailText.Words(sentence) <= MostWordsOfThanks && Thanks().IsMatch(sentence));

    /// <summary>Paragraphs and items. What stands between two items of a list, or is indented under one, belongs to it.</summary>
    private static List<Block> Blocks(string[] lines)
    {
        var indents = lines.Where(IsItem).Select(Indent).ToList();
        var (top, count) = (indents.Count > 0 ? indents.Min() : 0, indents.Count);
        var (blocks, isNew, itemsLeft) = (new List<Block>(), true, lines.Count(line => IsItem(line) && Indent(line) == top));
        var (text, isInItem) = (new StringBuilder(), false);
        foreach (var line in lines)
        {
            if (line.Trim().Length == 0)
            {
                isNew = true;
                continue;
            }

            if (count > 0 && IsItem(line) && Indent(line) == top)
            {
                itemsLeft--;
                End();
                (text, isInItem) = (text.Append(Item().Replace(line, "").Trim()), true);
            }
            else if (isInItem && (!isNew || itemsLeft > 0 || Indent(line) > top)) text.Append(isNew ? "\n\n" : "\n").Append(Bullet().Replace(line, "- ").Trim());
            else if (text.Length == 0 || isNew)
            {
                End();
                (text, isInItem) = (text.Append(line.Trim()), false);
            }
            else text.Append('\n').Append(line.Trim());

            isNew = false;
        }

        End();
        return Headed(blocks);

        void End()
        {
            if (text.Length > 0 || isInItem) blocks.Add(new(text.ToString(), isInItem));
            text.Clear();
        }
    }

    /// <summary>Where each item is a heading with a paragraph under it, so is the last one.</summary>
    private static List<Block> Headed(List<Block> blocks)
    {
        var last = blocks.FindLastIndex(block => block.IsItem);
        var before = blocks.Take(Math.Max(0, last)).Where(block => block.IsItem).ToList();
        if (before.Count == 0 || last + 1 == blocks.Count || !before.All(block => block.Text.Contains("\n\n", StringComparison.Ordinal))) return blocks;
        blocks[last] = blocks[last] with { Text = $"{blocks[last].Text}\n\n{blocks[last + 1].Text}" };
        blocks.RemoveAt(last + 1);
        return blocks;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool IsIdea(string text) => text.Count(char.IsLetter) >= 2;

    private static string Bare(string text) => BlankLines().Replace(Label().Replace(text.Trim(), "", 1).Trim(), "\n\n");

    private sealed record Block(string Text, bool IsItem);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*([-*•·▪●○◦‣§–—]\s+|o\s{2,}|\(?[0-9]{1,3}[.)]\s+|[a-h]\)\s+|(idee|idea|voorstel|suggestie) ?[0-9]{1,3}\s*[:.)-]\s*)", Plain)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*([*•·▪●○◦‣§–—]\s+|o\s{2,})", Plain)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^((mijn|ons|my|our|een|an) )?(idee|idea|ideeën|ideas)\s*:\s*", Plain)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(idee|ideeën|ideetjes|ideas?|suggesties?|suggestions?|voorstellen|punten|tips|wensen|proposals?)\b", Plain)]
    private static partial Regex CallsThemIdeas();

    [GeneratedRegex(@"[,;]|\b(en|maar|want|and|but)\b", Plain)]
    private static partial Regex SaysMore();

    [GeneratedRegex(@"^(dank|bedankt|hartelijk dank|heel erg bedankt|nogmaals dank|thanks|thank you|many thanks)\b|\b(inspirerende|leuke|mooie|fijne|geslaagde|leerzame|interessante) (middag|dag|ochtend|avond|bijeenkomst|sessie|werksessie)\b", Plain)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^((heel|hartelijk|super|veel|erg|ook|alvast|nogmaals|ok|oke|oké|okay|prima|fijn|mooi|top|leuk|akkoord|begrepen|duidelijk|dank|dankje|dankjewel|dankuwel|je wel|u wel|jullie|je|u|wel|bedankt|thanks|thank|you|great|perfect|for|the|voor|de|het|mail|bericht|reactie|snelle|uitnodiging|tot|dan|volgende|keer|week|weekend|groet|groeten|morgen|ziens|snel|gauw|graag|gedaan|geen|dank)[\s,.!:)]*)+$", Plain)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
