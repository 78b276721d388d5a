using LeerkringBot.Bot.Teams;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStorage(builder.Configuration, builder.Environment.IsDevelopment(), builder.Environment.ContentRootPath);
builder.Services.AddSingleton<IMemberStore, MemberStore>();
builder.Services.AddSingleton<INetwork, NetworkStore>();
builder.AddTeams();
var app = builder.Build();
app.MapTeams();
await app.RunAsync();
