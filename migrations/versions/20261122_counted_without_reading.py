"""the results are counted from an index alone

Revision ID: 6c0f7b0d9a51
Revises: 414dcd92543f
Create Date: 2026-11-22 06:15:00.000000

"""
from alembic import op


# revision identifiers, used by Alembic.
revision = '6c0f7b0d9a51'
down_revision = '414dcd92543f'
branch_labels = None
depends_on = None

NAME, TABLE = 'ix_change_table', 'change'
BEFORE = ['evaluation_id', 'wave_id', 'before_kind', 'outcome']


def upgrade():
    op.drop_index(NAME, table_name=TABLE)
    op.create_index(NAME, TABLE, [*BEFORE, 'area_id', 'before', 'now', 'level'])


def downgrade():
    op.drop_index(NAME, table_name=TABLE)
    op.create_index(NAME, TABLE, BEFORE)
