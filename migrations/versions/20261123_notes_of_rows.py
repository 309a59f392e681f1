"""a note beside each outcome of a value map

Revision ID: 91be64d7a2c3
Revises: 2e7d4c90a6f1
Create Date: 2026-11-23 02:10:31.520114

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '91be64d7a2c3'
down_revision = '2e7d4c90a6f1'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('value_row', sa.Column('note', sa.Text(), nullable=True))


def downgrade():
    op.drop_column('value_row', 'note')
