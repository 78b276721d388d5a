using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Files;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Cards.Mails;
using LeerkringBot.Cards.Members;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Cards.Work;

namespace LeerkringBot.Cards;

/// <summary>The JSON contracts of cards and of what their buttons carry, generated at build.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(InvitationCard.GatheringData))]
[JsonSerializable(typeof(AffiliationCard.MunicipalityData))]
[JsonSerializable(typeof(AffiliationCard.OrganisationData))]
[JsonSerializable(typeof(AffiliationCard.AskData))]
[JsonSerializable(typeof(PersonalDataCard.NoData))]
[JsonSerializable(typeof(PersonalDataCard.RoleData))]
[JsonSerializable(typeof(PersonalDataCard.RemindersData))]
[JsonSerializable(typeof(ForgetCard.ForgetData))]
[JsonSerializable(typeof(FileCard.FileData))]
[JsonSerializable(typeof(ExportAction.ExportData))]
[JsonSerializable(typeof(PollCard.AnswerData))]
[JsonSerializable(typeof(PollChangeCard.ChangeData))]
[JsonSerializable(typeof(PollCard.FillData))]
[JsonSerializable(typeof(PollOnBehalfCard.EnterData))]
[JsonSerializable(typeof(PollDetailsCard.OpenData))]
[JsonSerializable(typeof(PollDetailsCard.TellData))]
[JsonSerializable(typeof(PollTemplatesCard.BeginData), TypeInfoPropertyName = "PollBeginData")]
[JsonSerializable(typeof(PollTemplatesCard.DraftData), TypeInfoPropertyName = "PollDraftData")]
[JsonSerializable(typeof(PollFormCard.StepData), TypeInfoPropertyName = "PollStepData")]
[JsonSerializable(typeof(PollReviewCard.SaveData), TypeInfoPropertyName = "PollSaveData")]
[JsonSerializable(typeof(PollManageCard.NoData), TypeInfoPropertyName = "PollNoData")]
[JsonSerializable(typeof(PollManageCard.CopyData), TypeInfoPropertyName = "PollCopyData")]
[JsonSerializable(typeof(PollManageCard.CloseData))]
[JsonSerializable(typeof(PollManageCard.ReopenData))]
[JsonSerializable(typeof(PollCard.PollData))]
[JsonSerializable(typeof(PollSilentCard.PageData), TypeInfoPropertyName = "PollSilentPageData")]
[JsonSerializable(typeof(HostOffer.OfferData))]
[JsonSerializable(typeof(HostOffersCard.ChooseData), TypeInfoPropertyName = "HostChooseData")]
[JsonSerializable(typeof(DatesCard.ChooseData), TypeInfoPropertyName = "DateChooseData")]
[JsonSerializable(typeof(ComposeCard.PreviewData))]
[JsonSerializable(typeof(PreviewCard.SendData))]
[JsonSerializable(typeof(PreviewCard.ComposeData))]
[JsonSerializable(typeof(PreviewCard.ProofData))]
[JsonSerializable(typeof(WriteCard.BeginData), TypeInfoPropertyName = "WriteCardBeginData")]
[JsonSerializable(typeof(WriteCard.TextData))]
[JsonSerializable(typeof(PickCard.PickData))]
[JsonSerializable(typeof(DeliveryCard.DuplicateData))]
[JsonSerializable(typeof(BroadcastListCard.DraftsData))]
[JsonSerializable(typeof(DeliveryCard.MailData))]
[JsonSerializable(typeof(DeliveryCard.ShowData))]
[JsonSerializable(typeof(DeliveryCard.RetryData))]
[JsonSerializable(typeof(NotReachedCard.NotReachedData))]
[JsonSerializable(typeof(CorrectCard.CorrectData))]
[JsonSerializable(typeof(RecallCard.RecallData))]
[JsonSerializable(typeof(FailedWorkCard.FailedWorkData))]
[JsonSerializable(typeof(MailsToCheckCard.ListData), TypeInfoPropertyName = "MailListData")]
[JsonSerializable(typeof(MailsToCheckCard.CheckedData))]
[JsonSerializable(typeof(GatheringOverviewCard.GatheringOverviewData))]
[JsonSerializable(typeof(PollOverviewCard.PollOverviewData))]
[JsonSerializable(typeof(GatheringOverviewCard.CapacityData))]
[JsonSerializable(typeof(RegistrationFormCard.FormData))]
[JsonSerializable(typeof(ColleagueCard.ColleagueData))]
[JsonSerializable(typeof(ColleagueCard.CancelColleagueData))]
[JsonSerializable(typeof(OtherDatesCard.OtherDateData))]
[JsonSerializable(typeof(RequestsCard.RequestsData))]
[JsonSerializable(typeof(RequestsCard.DecisionData))]
[JsonSerializable(typeof(AttendanceCard.PageData))]
[JsonSerializable(typeof(AttendanceCard.TickData))]
[JsonSerializable(typeof(CateringCard.CateringData))]
[JsonSerializable(typeof(GatheringActions.ActionData))]
[JsonSerializable(typeof(GatheringFormCard.StepData))]
[JsonSerializable(typeof(QuestionCard.QuestionData))]
[JsonSerializable(typeof(QuestionCard.EditData))]
[JsonSerializable(typeof(QuestionCard.MoveData))]
[JsonSerializable(typeof(ReviewCard.SaveData))]
[JsonSerializable(typeof(DraftsCard.DraftData))]
[JsonSerializable(typeof(CopyCard.CopyData))]
[JsonSerializable(typeof(CancelCard.CancelData))]
[JsonSerializable(typeof(SavedCard.ManageData))]
[JsonSerializable(typeof(MutedCard.NoData), TypeInfoPropertyName = "ReminderNoData")]
[JsonSerializable(typeof(ReminderSettingsCard.ShowData), TypeInfoPropertyName = "ReminderShowData")]
[JsonSerializable(typeof(ReminderSettingsCard.SettingsData))]
[JsonSerializable(typeof(IdeaFormCard.OpenData), TypeInfoPropertyName = "IdeaOpenData")]
[JsonSerializable(typeof(IdeaFormCard.FormData), TypeInfoPropertyName = "IdeaFormData")]
[JsonSerializable(typeof(IdeaCard.IdeaData))]
[JsonSerializable(typeof(IdeaDigestCard.WeeklyData), TypeInfoPropertyName = "IdeaWeeklyData")]
[JsonSerializable(typeof(IdeaFollowUpCard.StatusData), TypeInfoPropertyName = "IdeaStatusData")]
[JsonSerializable(typeof(IdeaFollowUpCard.MergeData), TypeInfoPropertyName = "IdeaMergeData")]
[JsonSerializable(typeof(IdeaFollowUpCard.HideData), TypeInfoPropertyName = "IdeaHideData")]
[JsonSerializable(typeof(IdeaFollowUpCard.AgendaData), TypeInfoPropertyName = "IdeaAgendaData")]
[JsonSerializable(typeof(IdeaFollowUpCard.AffiliationData), TypeInfoPropertyName = "IdeaAffiliationData")]
[JsonSerializable(typeof(IdeaExportAction.NoData), TypeInfoPropertyName = "IdeaNoData")]
[JsonSerializable(typeof(IdeaListCard.ListData), TypeInfoPropertyName = "IdeaListData")]
[JsonSerializable(typeof(IdeaListCard.SupportData), TypeInfoPropertyName = "IdeaSupportData")]
public sealed partial class CardJson : JsonSerializerContext;
