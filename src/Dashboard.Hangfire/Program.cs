using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Hangfire;

return await CycleCommand.RunAsync(args, new HangfireScheduler());
