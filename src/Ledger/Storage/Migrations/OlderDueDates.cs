using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Due dates of earlier statements that lie behind the last cut.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0041_older_due_dates")]
public sealed class OlderDueDates() : SqlMigration("0041_older_due_dates.sql");
