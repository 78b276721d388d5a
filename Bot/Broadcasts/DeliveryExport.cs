using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Who got a broadcast and who didn't, as a workbook, for organisers.</summary>
public sealed class DeliveryExport(IBroadcastStore broadcasts, IMembers members, INetwork network, IOrganisers organisers) : IFileKind
{
    public const string Name = "deliveries";

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (!Broadcast.IsId(subject) || !await organisers.Includes(member, cancellationToken)) return null;
        if (await broadcasts.Find(subject, cancellationToken) is not { IsPlanned: true, Audience: not null } broadcast) return null;
        var texts = Texts.For(member.Language);
        var people = (await members.All(cancellationToken)).ToDictionary(one => one.Id);
        var known = await network.Current(cancellationToken);
        var deliveries = await broadcasts.Deliveries(subject, cancellationToken).ToListAsync(cancellationToken);
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        return new(
            texts.Plain("DeliveryExport.File", DutchTime.DayOf(broadcast.At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            Workbook.ContentType,
            Workbook.Write(
            [
                new(
                    texts["DeliveryExport.Sheet"],
                    [
                        texts["DeliveryExport.Name"],
                        texts["DeliveryExport.Affiliation"],
                        texts["DeliveryExport.State"],
                        texts["DeliveryExport.Reason"],
                        texts["DeliveryExport.Route"],
                        texts["DeliveryExport.Moment"],
                    ],
                    [.. deliveries.OrderBy(one => one.Name, order).Select(one => Row(one, people, known, texts))]),
            ]));
    }

    private static IReadOnlyList<object?> Row(Delivery delivery, Dictionary<MemberId, Member> people, Network known, Texts texts)
    {
        var member = delivery.Recipient is Recipient.OfMember to ? people.GetValueOrDefault(to.Member) : null;
        return
        [
            delivery.Name.Length > 0 ? delivery.Name : texts["Delivery.Nameless"],
            member?.Affiliation is { } affiliation ? known.NameOf(affiliation) : null,
            texts[$"DeliveryState.{delivery.State}"],
            DeliveryCard.IsTroubled(delivery) ? DeliveryCard.Reason(delivery, texts) : null,
            delivery.Recipient is Recipient.OfChannel ? texts["DeliveryExport.Channel"] : texts[$"DeliveryExport.{delivery.Route}"],
            delivery.ClaimedAt is { } at ? DutchTime.WallClock(at) : null,
        ];
    }
}
