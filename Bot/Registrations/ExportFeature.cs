using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Hands an organiser the participants of a gathering as a workbook.</summary>
public sealed class ExportFeature(FileHandover handover, OrganiserGate organisers) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ExportAction.Export, organisers.Only<ExportAction.ExportData>((click, cancellationToken) =>
            handover.Offer(click.Who, RegistrationExport.Name, click.Data.Gathering, click.Texts, cancellationToken))),
    ];
}
