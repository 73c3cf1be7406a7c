using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Nominal due dates of earlier statements that lie behind the last cut.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0080_earlier_due_notices")]
public sealed class EarlierDueNotices() : SqlMigration("0080_earlier_due_notices.sql");
