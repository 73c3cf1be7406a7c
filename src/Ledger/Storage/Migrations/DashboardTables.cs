using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>People, their roles and trail, and the release of cycles.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0030_dashboard")]
public sealed class DashboardTables() : SqlMigration("0030_dashboard.sql");
