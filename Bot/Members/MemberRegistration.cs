using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Members;

public static class MemberRegistration
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<MemberStore>()
        .AddSingleton<IMemberStore>(provider => provider.GetRequiredService<MemberStore>())
        .AddSingleton<IMembers>(provider => provider.GetRequiredService<MemberStore>())
        .AddSingleton<NetworkStore>()
        .AddSingleton<INetwork>(provider => provider.GetRequiredService<NetworkStore>())
        .AddSingleton<RecogniseMember>()
        .AddSingleton<ConfirmAffiliation>()
        .AddSingleton<TellAffiliation>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<TellAffiliation>())
        .AddSingleton<ChooseRole>()
        .AddSingleton<MuteReminders>()
        .AddSingleton<ContactStore>()
        .AddSingleton<IContactOfficers>(provider => provider.GetRequiredService<ContactStore>())
        .AddSingleton<ForgetMember>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<ForgetMember>())
        .AddSingleton<IPersonalData, MemberPersonalData>()
        .AddFileKind<PersonalFile>()
        .AddFeature<PersonalDataFeature>()
        .AddSingleton<OrganiserGate>()
        .AddSingleton<ISearch, MunicipalitySearch>()
        .AddFeature<MemberFeature>()
        .AddSingleton<IStartSection>(provider => provider.GetRequiredService<MemberFeature>());
}
