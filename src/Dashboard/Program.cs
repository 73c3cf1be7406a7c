using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;

return await CycleCommand.RunAsync(args, new QuartzScheduler());
